package quietstories.web;

import quietstories.engine.PlayedTurn;
import quietstories.engine.TimeIt;
import quietstories.engine.TurnListener;
import quietstories.model.Cancellation;
import quietstories.story.PlayerInput;
import quietstories.story.SessionId;

/** Plays turns: what the door needs of the engine, which fits it by a method reference. */
@FunctionalInterface
public interface TurnPlayer {

  /**
   * Plays one turn and returns it once it is stored.
   *
   * @throws quietstories.engine.EngineException if there is nothing to play; nothing was stored
   * @throws quietstories.model.ModelException if the narrator failed; nothing was stored
   */
  @TimeIt("process_turn")
  PlayedTurn play(
      SessionId id, PlayerInput input, TurnListener listener, Cancellation cancellation);
}
