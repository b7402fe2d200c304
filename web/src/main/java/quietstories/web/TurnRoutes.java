package quietstories.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnListener;
import quietstories.model.Cancellation;
import quietstories.story.IdempotencyKey;
import quietstories.story.PlayerInput;
import quietstories.story.SessionId;

/** Plays turns, plain and streamed, along the same path. */
final class TurnRoutes {

  /** Says that a turn had been played before under its key. */
  static final String REPLAYED = "Idempotent-Replayed";

  private final TurnPlayer player;
  private final TurnReplayer replayer;
  private final Duration patience;

  /**
   * Creates the routes.
   *
   * @param patience after so much silence a stream says that it waits
   */
  TurnRoutes(TurnPlayer player, TurnReplayer replayer, Duration patience) {
    this.player = player;
    this.replayer = replayer;
    this.patience = patience;
  }

  /** What is played once somebody listens. */
  @FunctionalInterface
  private interface Play {
    PlayedTurn with(TurnListener listener, Cancellation cancellation);
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.post("/sessions/{session_id}/turns", call -> plain(call, next(call))),
        Route.post("/sessions/{session_id}/turns/stream", call -> stream(call, next(call))),
        Route.post("/sessions/{session_id}/turns/regenerate", this::regenerate));
  }

  private Play next(Call call) {
    PlayerInput input = TurnInput.read(call);
    SessionId id = SessionRoutes.id(call);
    return (listener, cancellation) -> player.play(id, input, listener, cancellation);
  }

  private Reply regenerate(Call call) {
    Fields query = Fields.of("query", call.query());
    boolean streamed = query.flag("stream", false);
    query.check();
    Optional<IdempotencyKey> key = TurnInput.key(call);
    SessionId id = SessionRoutes.id(call);
    Play again = (listener, cancellation) -> replayer.play(id, key, listener, cancellation);
    return streamed ? stream(call, again) : plain(call, again);
  }

  private static Reply plain(Call call, Play play) {
    Cancellation cancellation = new Cancellation();
    try (Line.Watch _ = call.line().watch(cancellation)) {
      PlayedTurn played = play.with(TurnListener.NONE, cancellation);
      Reply.Whole reply = Reply.ok(TurnJson.played(played));
      return played.replayed() ? reply.with(REPLAYED, "true") : reply;
    }
  }

  private Reply stream(Call call, Play play) {
    Cancellation cancellation = new Cancellation();
    TurnFeed feed = TurnFeed.start(listener -> play.with(listener, cancellation));
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
