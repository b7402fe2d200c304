package quietstories.rules;

import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.EndCondition;
import quietstories.story.Ending;
import quietstories.story.EndingKind;

/** How a story ends. */
public final class Endings {

  private Endings() {}

  /**
   * Returns the ending that {@code state} has reached, if any: the first loss condition that holds,
   * in the scenario's order, else the first win condition.
   */
  public static Optional<Ending> reached(Rulebook rules, JsonObject state) {
    return rules
        .lost(state)
        .map(condition -> ending(condition, EndingKind.LOSS))
        .or(() -> rules.won(state).map(condition -> ending(condition, EndingKind.WIN)));
  }

  private static Ending ending(EndCondition condition, EndingKind kind) {
    return new Ending(condition.id(), kind, condition.message());
  }
}
