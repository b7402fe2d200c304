package quietstories.rules;

import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.Ending;

/** Decides whether a story is over. */
public final class Endings {

  private Endings() {}

  /**
   * Returns the first ending whose condition holds: loss conditions in order, then win conditions.
   */
  public static Optional<Ending> reached(Rulebook rules, JsonObject state) {
    return rules.endings().stream()
        .filter(ending -> Conditions.holds(ending.condition(), state))
        .map(Rulebook.CompiledEnding::ending)
        .findFirst();
  }
}
