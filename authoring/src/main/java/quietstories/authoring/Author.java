package quietstories.authoring;

import quietstories.story.NarratorIdentity;
import quietstories.story.ScenarioSpec;

/** Turns the words of a player into a world. Safe for use by many threads. */
public interface Author {

  /** Returns who writes. */
  NarratorIdentity identity();

  /**
   * Returns the rules of the world that {@code description} asks for, valid but not yet compiled.
   *
   * @param description the player's words, of any length and language
   * @param seed the seed of the scenario if the author has none of its own; 0 is a seed
   * @throws AuthoringException if a model's answers were of no use
   * @throws quietstories.model.ModelException if a model gave no answer
   */
  ScenarioSpec write(String description, long seed);

  /**
   * Returns a richer description of the same world, neither blank nor surrounded by white space.
   *
   * @param maxTokens about how long it may be, at least 1
   * @param seed what chance there is in the choice of words
   * @throws AuthoringException if a model's answer was of no use
   * @throws quietstories.model.ModelException if a model gave no answer
   */
  String enrich(String description, int maxTokens, long seed);
}
