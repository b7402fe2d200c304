package quietstories.engine;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.rules.Rulebook;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionStatus;
import quietstories.story.Turn;

/** Finds turns that were played before for an input's key. */
final class Replays {

  private Replays() {}

  /**
   * Returns the stored turn of this wish if its key is known. The listener hears nothing of it: a
   * turn that was played before has no events, and who asked must be able to say so first.
   *
   * @throws EngineException KEY_REUSED if the key belongs to another input
   */
  static Optional<PlayedTurn> find(
      SessionStore store, TurnRequest wish, Session now, Rulebook rules) {
    Optional<Turn> stored = wish.key().flatMap(key -> store.turn(now.id(), key));
    stored.ifPresent(turn -> checkSame(turn, wish));
    return stored.map(turn -> played(store, now, rules, turn));
  }

  private static void checkSame(Turn stored, TurnRequest wish) {
    boolean again = stored.attempt() > 0;
    boolean same = wish.input().map(input -> !again && alike(stored.input(), input)).orElse(again);
    if (!same) {
      throw new EngineException(
          EngineFault.KEY_REUSED,
          "This Idempotency-Key was used for another input; use a new key for a new input.");
    }
  }

  private static boolean alike(PlayerInput stored, PlayerInput input) {
    return stored.toJson().equals(input.toJson());
  }

  private static PlayedTurn played(SessionStore store, Session now, Rulebook rules, Turn turn) {
    Optional<JsonObject> timeline = store.timeline(now.id(), turn.number());
    return new PlayedTurn(
        now,
        turn,
        now.status() == SessionStatus.ACTIVE ? rules.available(now.state()) : List.of(),
        timeline.flatMap(json -> json.object("timing")).map(TurnTiming::from),
        true);
  }
}
