package quietstories.authoring;

import java.util.OptionalInt;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecWriter;

/**
 * How often a scenario is tried. A document may be a thousand times as large as a scenario ever
 * needs to be; it is tried less often then, or not at all, so that no compile keeps the others
 * waiting for hours. The count depends on the scenario alone, so that compiles stay reproducible.
 *
 * <p>A careful player tries every action, and every ending on its result, in every turn; each
 * change copies a part of the state. The work of a turn is estimated accordingly, in characters of
 * JSON: about 30,000 for a scenario of the usual size.
 */
final class TrialCount {

  private static final double USUAL_WORK = 200_000;
  private static final int FEWEST = 10;

  private TrialCount() {}

  /** Returns the number of trials, at most {@code wanted}; empty if the scenario is too large. */
  static OptionalInt of(ScenarioSpec spec, int wanted) {
    double share = Math.min(1, USUAL_WORK / work(spec));
    int count = (int) Math.ceil(wanted * share);
    return count >= Math.min(FEWEST, wanted) ? OptionalInt.of(count) : OptionalInt.empty();
  }

  private static double work(ScenarioSpec spec) {
    JsonObject json = SpecWriter.write(spec);
    double rules = size(json, "actions", "random_events", "negativity_budget");
    double endings = size(json, "loss_conditions", "win_conditions");
    double state = size(json, "state") / 10;
    return rules + (spec.actions().size() + 1.0) * (endings + state);
  }

  private static double size(JsonObject json, String... members) {
    return Stream.of(members)
        .flatMap(name -> json.member(name).stream())
        .mapToDouble(value -> characters(value))
        .sum();
  }

  private static double characters(Json value) {
    return value.write().length();
  }
}
