package quietstories.story;

import java.util.Optional;

/**
 * Something that somebody felt in a turn.
 *
 * @param intensity from -1 to 1
 * @param cause why, in words
 * @param target about whom
 */
public record Feeling(
    EntityId entity,
    Emotion emotion,
    double intensity,
    Optional<String> cause,
    Optional<EntityId> target,
    int turn) {

  public Feeling {
    if (!(intensity >= -1 && intensity <= 1)) {
      throw new InvalidStory("intensity", "must be from -1 to 1, not " + intensity);
    }
  }
}
