package quietstories.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnListener;
import quietstories.model.Cancellation;
import quietstories.story.PlayerInput;
import quietstories.story.SessionId;

/** Plays turns, plain and streamed, along the same path. */
final class TurnRoutes {

  /** Says that a turn had been played before under its key. */
  static final String REPLAYED = "Idempotent-Replayed";

  private final TurnPlayer player;
  private final Duration patience;

  /**
   * Creates the routes.
   *
   * @param patience after so much silence a stream says that it waits
   */
  TurnRoutes(TurnPlayer player, Duration patience) {
    this.player = player;
    this.patience = patience;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.post("/sessions/{session_id}/turns", this::plain),
        Route.post("/sessions/{session_id}/turns/stream", this::stream));
  }

  private Reply plain(Call call) {
    PlayerInput input = TurnInput.read(call);
    Cancellation cancellation = new Cancellation();
    try (Line.Watch _ = call.line().watch(cancellation)) {
      PlayedTurn played =
          player.play(SessionRoutes.id(call), input, TurnListener.NONE, cancellation);
      Reply.Whole reply = Reply.ok(TurnJson.played(played));
      return played.replayed() ? reply.with(REPLAYED, "true") : reply;
    }
  }

  private Reply stream(Call call) {
    PlayerInput input = TurnInput.read(call);
    SessionId id = SessionRoutes.id(call);
    Cancellation cancellation = new Cancellation();
    TurnFeed feed = TurnFeed.start(listener -> player.play(id, input, listener, cancellation));
    Line.Watch watch = call.line().watch(cancellation);
    Reply.Streamed opened = open(feed, watch, call);
    return new Reply.Streamed(
        Map.copyOf(opened.headers()), out -> write(opened.source(), out, watch, cancellation));
  }

  private Reply.Streamed open(TurnFeed feed, Line.Watch watch, Call call) {
    boolean open = false;
    try {
      Reply.Streamed opened = TurnStream.open(feed, patience, call.requestId());
      open = true;
      return opened;
    } finally {
      if (!open) {
        watch.close();
      }
    }
  }

  /** A stream that cannot be written to its end has lost its reader. */
  private static void write(
      Reply.EventSource source, EventStream out, Line.Watch watch, Cancellation cancellation) {
    boolean whole = false;
    try (watch) {
      source.writeTo(out);
      whole = true;
    } finally {
      if (!whole) {
        cancellation.cancel();
      }
    }
  }
}
