package quietstories.rules;

import java.util.Optional;
import quietstories.json.Json;

/** Conditions at play: one that cannot be evaluated does not hold, and says so when asked. */
final class Conditions {

  private Conditions() {}

  static boolean holds(JsonLogic condition, Json data) {
    try {
      return condition.holds(data);
    } catch (LogicFault fault) {
      return false;
    }
  }

  static Optional<FalseClause> whyFalse(JsonLogic condition, Json data) {
    try {
      return condition.whyFalse(data);
    } catch (LogicFault fault) {
      return Optional.of(new FalseClause(condition.source(), fault.getMessage()));
    }
  }
}
