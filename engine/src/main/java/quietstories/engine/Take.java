package quietstories.engine;

import java.util.Optional;
import quietstories.story.IdempotencyKey;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.Turn;

/**
 * What is to be played.
 *
 * @param before the session before the turn
 * @param attempt 0, or how often the turn is played again under new dice
 */
record Take(Session before, PlayerInput input, int attempt) {

  /** Returns the last turn of {@code now} once more, for an input of that key. */
  static Take again(SessionStore store, Session now, Optional<IdempotencyKey> key) {
    Turn last =
        store
            .turn(now.id(), now.turn())
            .orElseThrow(
                () ->
                    new EngineException(
                        EngineFault.OUT_OF_REACH, "There is no turn yet to be played again."));
    Session before =
        store
            .load(now.id(), now.turn() - 1)
            .orElseThrow(
                () ->
                    new EngineException(
                        EngineFault.OUT_OF_REACH,
                        "How the story stood before its last turn was not kept, so that turn cannot"
                            + " be played again."));
    PlayerInput old = last.input();
    return new Take(
        before,
        new PlayerInput(old.text(), old.action(), old.parameters(), key),
        last.attempt() + 1);
  }
}
