package quietstories.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.json.JsonObject;
import quietstories.story.Session;
import quietstories.story.Turn;

/**
 * What happens after a turn was answered, and what no player waits for: it is measured and its
 * timeline is kept. A kill may lose the timeline, never the turn.
 */
public final class AfterTurn implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AfterTurn.class);
  private static final long PATIENCE_S = 5;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final SessionStore store;
  private final Upkeep upkeep;
  private final Recording recording;
  private final TurnWatcher watcher;
  private final TurnTime time;
  private final FollowUp followUp;
  private final ExecutorService background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("after-turn-", 0).factory());

  /** Creates the background of one engine, which ends with the watcher. */
  public AfterTurn(
      Remembering remembering, Recording recording, TurnWatcher watcher, TurnTime time) {
    this(remembering, recording, watcher, time, FollowUp.NONE);
  }

  /** Creates the background of one engine; {@code followUp} goes on once a timeline is kept. */
  public AfterTurn(
      Remembering remembering,
      Recording recording,
      TurnWatcher watcher,
      TurnTime time,
      FollowUp followUp) {
    this.followUp = followUp;
    this.store = remembering.store();
    this.upkeep = remembering.upkeep();
    this.recording = recording;
    this.watcher = watcher;
    this.time = time;
  }

  void played(Round round, PlayedTurn played) {
    Turn turn = played.turn();
    measure(
        round,
        false,
        about(round)
            .put("state_changes", turn.outcome().stateChanges().size())
            .put("memory_updates", turn.outcome().hiddenMemoryUpdates().size())
            .build());
    background.execute(
        Trail.carried(
            () -> {
              JsonObject timeline = timeline(round);
              if (recording.wanted()) {
                keep(played, timeline);
              }
              watcher.ended(watched(round, false, timeline));
              followUp.after(played, timeline, round.clock().origin());
              upkeep.afterTurn(played.session());
            }));
  }

  void failed(Round round) {
    measure(round, true, about(round).build());
    background.execute(Trail.carried(() -> watcher.ended(watched(round, true, timeline(round)))));
  }

  /** Returns what the public interface shows of the round, nothing if nobody wants to know. */
  private JsonObject timeline(Round round) {
    return recording.wanted() ? round.clock().timeline(round.number()) : JsonObject.EMPTY;
  }

  private static WatchedTurn watched(Round round, boolean failed, JsonObject timeline) {
    Session before = round.session();
    return new WatchedTurn(
        before.id(),
        round.number(),
        before.spec().name(),
        Trail.traceId(),
        Trail.parentSpan(),
        round.clock().began(),
        before.turn() == 0
            ? Optional.empty()
            : Optional.of(Duration.between(before.updatedAt(), round.arrival())),
        failed,
        timeline);
  }

  private static JsonObject.Builder about(Round round) {
    return JsonObject.builder()
        .put("turn_number", round.number())
        .put("user_input", round.input().text().isPresent() || round.input().action().isPresent());
  }

  private void measure(Round round, boolean failed, JsonObject metadata) {
    TurnTiming timing = round.clock().timing();
    recording.record(
        new Measured(
            OperationType.TURN_PROCESSING,
            "turn_" + round.session().id() + "_" + round.number(),
            round.session().spec().name(),
            Optional.of(round.session().id()),
            round.clock().elapsed(),
            time.now().toEpochMilli() / MILLIS_PER_SECOND,
            failed,
            metadata.merge(timing.toJson()),
            failed ? Map.of() : round.clock().derived()));
  }

  private void keep(PlayedTurn played, JsonObject timeline) {
    try {
      store.saveTimeline(played.session().id(), played.turn(), timeline);
    } catch (RuntimeException e) {
      LOG.warn("The timeline of a turn of session {} is lost.", played.session().id(), e);
    }
  }

  /** Waits a few seconds for what is under way. */
  @Override
  public void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
