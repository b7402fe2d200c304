package quietstories.engine;

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
}
