package quietstories.story;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * Something that may happen by itself.
 *
 * @param weight the probability in a turn in which {@code when} holds, 0.05 to 0.30
 * @param when a JSONLogic expression; empty is true
 * @param duration free words of the author, kept and not used
 */
public record RandomEvent(
    EventId id,
    Optional<String> description,
    double weight,
    JsonObject when,
    List<StateChange> effects,
    Optional<String> duration) {

  /** The smallest probability of an event. */
  public static final double MIN_WEIGHT = 0.05;

  /** The largest probability of an event. */
  public static final double MAX_WEIGHT = 0.30;

  public RandomEvent {
    effects = List.copyOf(effects);
    if (!(weight >= MIN_WEIGHT && weight <= MAX_WEIGHT)) {
      throw new InvalidStory("weight", "must be from 0.05 to 0.30, not " + weight);
    }
  }

  /** Returns this event with another probability. */
  public RandomEvent withWeight(double newWeight) {
    return new RandomEvent(id, description, newWeight, when, effects, duration);
  }
}
