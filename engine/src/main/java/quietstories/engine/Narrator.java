package quietstories.engine;

import quietstories.model.Cancellation;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.NarratorIdentity;

/** Tells turns. Safe for use by many threads. */
public interface Narrator {

  /** Returns who this is. */
  NarratorIdentity identity();

  /**
   * Returns the telling of a scene, prepared but not begun.
   *
   * @param dice chance for a narrator that needs some; the same dice, the same telling
   */
  Telling prepare(Scene scene, PromptLimits limits, Dice dice);

  /**
   * Gets ready for the first telling of a session, as far as that makes it begin sooner, and
   * returns when it is done. Does nothing a second time.
   *
   * @param scene the next turn as far as it can be foretold; what the player says is not in it
   * @throws quietstories.model.ModelException if that failed or was cancelled; a telling does not
   *     need it
   */
  default void warmUp(Scene scene, PromptLimits limits, Cancellation cancellation) {}
}
