package quietstories.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnEvent;
import quietstories.json.JsonObject;
import quietstories.story.ToolAccess;

/**
 * Writes a turn as a stream of events. A failure before the first event is an ordinary answer, so a
 * stream is opened only once something is there to be sent.
 */
final class TurnStream implements Reply.EventSource {

  private final TurnFeed feed;
  private final Duration patience;
  private final String requestId;
  private final WholeText text = new WholeText();
  private TurnEvent.WaitingFor waitingFor = TurnEvent.WaitingFor.QUEUE;
  private Optional<TurnSignal> first = Optional.empty();
  private boolean started;

  /** When the last event that was no mere {@code waiting} was sent, and when the last of all. */
  private long progressed = System.nanoTime();

  private long sent = progressed;

  private TurnStream(TurnFeed feed, Duration patience, String requestId) {
    this.feed = feed;
    this.patience = patience;
    this.requestId = requestId;
  }

  /**
   * Waits for the first event, or for {@code patience}, and opens the stream.
   *
   * @throws HttpFailure if the turn fails before anything was to be sent
   */
  static Reply.Streamed open(TurnFeed feed, Duration patience, String requestId) {
    TurnStream stream = new TurnStream(feed, patience, requestId);
    stream.awaitFirst();
    boolean replayed = stream.first.filter(TurnStream::isReplay).isPresent();
    return new Reply.Streamed(replayed ? Map.of(TurnRoutes.REPLAYED, "true") : Map.of(), stream);
  }

  private static boolean isReplay(TurnSignal signal) {
    return signal instanceof TurnSignal.Done(PlayedTurn played) && played.replayed();
  }

  private void awaitFirst() {
    Optional<TurnSignal> next = feed.next(patienceLeft());
    while (next.isPresent() && first.isEmpty()) {
      switch (next.get()) {
        case TurnSignal.Failed(Throwable fault) -> throw Errors.of(fault, requestId).exception();
        case TurnSignal.Happened(TurnEvent.Waiting(TurnEvent.WaitingFor what)) -> {
          waitingFor = what;
          next = feed.next(patienceLeft());
        }
        case TurnSignal.Happened _, TurnSignal.Done _ -> first = next;
      }
    }
  }

  private Duration patienceLeft() {
    Duration left = patience.minusNanos(System.nanoTime() - sent);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void writeTo(EventStream out) {
    boolean more = first.isEmpty() ? sendWaiting(out) : send(first.get(), out);
    while (more) {
      Optional<TurnSignal> next = feed.next(patienceLeft());
      more = next.isEmpty() ? sendWaiting(out) : send(next.get(), out);
    }
  }

  private boolean sendWaiting(EventStream out) {
    out.send(
        event("waiting")
            .put("for", waitingFor.name().toLowerCase(Locale.ROOT))
            .put("elapsed_ms", (System.nanoTime() - progressed) / 1_000_000)
            .build());
    sent = System.nanoTime();
    return true;
  }

  /** Sends what the signal brings and returns whether the stream goes on. */
  private boolean send(TurnSignal signal, EventStream out) {
    return switch (signal) {
      case TurnSignal.Happened(TurnEvent event) -> send(event, out);
      case TurnSignal.Done(PlayedTurn played) -> sendWhole(played, out);
      case TurnSignal.Failed(Throwable fault) -> {
        out.send(Errors.of(fault, requestId).event());
        yield false;
      }
    };
  }

  private boolean send(TurnEvent event, EventStream out) {
    switch (event) {
      case TurnEvent.Waiting(TurnEvent.WaitingFor what) -> waitingFor = what;
      case TurnEvent.Started(int turn) -> {
        started = true;
        waitingFor = TurnEvent.WaitingFor.MODEL;
        emit(event("start").put("turn", turn).build(), out);
      }
      case TurnEvent.Judged judged ->
          emit(event("verdict").build().merge(judged.verdict().toJson()), out);
      case TurnEvent.Told(String piece) -> emitText(text.take(piece), out);
      case TurnEvent.ToolStarted(String name, ToolAccess access) ->
          emit(tool("start", name, access).build(), out);
      case TurnEvent.ToolEnded ended ->
          emit(
              tool("end", ended.name(), ended.access())
                  .put("duration_ms", ended.durationMs())
                  .put("ok", ended.ok())
                  .build(),
              out);
      case TurnEvent.Committed(PlayedTurn played) -> {
        emit(complete(played), out);
        return false;
      }
    }
    return true;
  }

  /** A turn that was stored before has no events of its own. */
  private boolean sendWhole(PlayedTurn played, EventStream out) {
    if (!started) {
      emit(event("start").put("turn", played.turn().number() - 1).build(), out);
      emitText(played.turn().outcome().narrative(), out);
    }
    emit(complete(played), out);
    return false;
  }

  private void emitText(String content, EventStream out) {
    if (!content.isEmpty()) {
      emit(event("narrative_chunk").put("content", content).build(), out);
    }
  }

  private void emit(JsonObject event, EventStream out) {
    out.send(event);
    sent = System.nanoTime();
    progressed = sent;
  }

  private static JsonObject complete(PlayedTurn played) {
    return event("complete").build().merge(TurnJson.complete(played));
  }

  private static JsonObject.Builder tool(String phase, String name, ToolAccess access) {
    return event("tool").put("phase", phase).put("name", name).put("access", access.wireName());
  }

  private static JsonObject.Builder event(String type) {
    return JsonObject.builder().put("type", type);
  }
}
