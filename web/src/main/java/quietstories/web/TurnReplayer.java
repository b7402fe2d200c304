package quietstories.web;

import java.util.Optional;
import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnListener;
import quietstories.model.Cancellation;
import quietstories.story.IdempotencyKey;
import quietstories.story.SessionId;

/** Plays last turns again: what the door needs of the engine for it. */
@FunctionalInterface
public interface TurnReplayer {

  /**
   * Plays the last turn again and returns the new one once it is stored in its place.
   *
   * @throws quietstories.engine.EngineException if there is nothing to play; the old turn stays
   * @throws quietstories.model.ModelException if the narrator failed; the old turn stays
   */
  PlayedTurn play(
      SessionId id, Optional<IdempotencyKey> key, TurnListener listener, Cancellation cancellation);
}
