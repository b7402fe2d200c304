package quietstories.authoring;

import java.util.List;
import quietstories.json.JsonNull;
import quietstories.json.JsonPath;
import quietstories.rules.Rulebook;
import quietstories.rules.SpecCheck;
import quietstories.story.InvalidStory;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;

/** Tells a document that is broken from a scenario that merely cannot be played as it is. */
final class SpecFaults {

  private SpecFaults() {}

  /** Returns all problems of a scenario one of whose expressions is none; otherwise nothing. */
  static List<Problem> brokenExpressions(ScenarioSpec spec) {
    try {
      Rulebook.compile(spec);
      return List.of();
    } catch (InvalidStory broken) {
      List<Problem> all = SpecCheck.problems(spec);
      JsonPath place = JsonPath.parse(broken.place());
      return all.isEmpty()
          ? List.of(new Problem(place, "is no expression that can be evaluated", JsonNull.NULL))
          : all;
    }
  }
}
