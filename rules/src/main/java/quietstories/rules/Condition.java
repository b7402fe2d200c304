package quietstories.rules;

import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.InvalidStory;

/** A condition of a scenario. One that cannot be worked out within its bounds does not hold. */
final class Condition {

  private final JsonLogic logic;

  private Condition(JsonLogic logic) {
    this.logic = logic;
  }

  /**
   * Compiles the condition that stands at {@code place} in its scenario.
   *
   * @throws InvalidStory naming the place within, if it is broken
   */
  static Condition compile(JsonObject source, JsonPath place) {
    try {
      return new Condition(JsonLogic.forScenario(source));
    } catch (LogicFault fault) {
      throw new InvalidStory(below(place, fault.place()).toString(), fault.words());
    }
  }

  static JsonPath below(JsonPath place, JsonPath inner) {
    JsonPath below = place;
    for (String segment : inner.segments()) {
      below = below.child(segment);
    }
    return below;
  }

  boolean holds(JsonObject data) {
    try {
      return logic.holds(data);
    } catch (LogicFault beyondBounds) {
      return false;
    }
  }

  /** Returns why this does not hold, or empty if it does. */
  Optional<FalseClause> whyFalse(JsonObject source, JsonObject data) {
    try {
      return logic.whyFalse(data);
    } catch (LogicFault beyondBounds) {
      Json clause = source;
      return Optional.of(new FalseClause(clause, "this cannot be worked out now"));
    }
  }
}
