package quietstories.authoring;

import java.util.List;
import quietstories.rules.TrialReport;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;

/** What a compile found out about a scenario. */
sealed interface Proof {

  /** Returns the scenario as it shall be stored. */
  ScenarioSpec spec();

  /** Returns what was repaired, one sentence each. */
  List<String> repairs();

  /** Returns whether the scenario can be played. */
  boolean passed();

  /** The rules are broken in ways that no mechanical repair mends; nothing was tried. */
  record Broken(ScenarioSpec spec, List<String> repairs, List<Problem> problems) implements Proof {

    public Broken {
      repairs = List.copyOf(repairs);
      problems = List.copyOf(problems);
    }

    @Override
    public boolean passed() {
      return false;
    }
  }

  /**
   * The rules are sound and were played.
   *
   * @param reasons why it is not playable, one sentence each; empty if it is
   * @param warnings what a writer may want to change though it can be played
   */
  record Tried(
      ScenarioSpec spec,
      List<String> repairs,
      TrialReport report,
      List<String> reasons,
      List<String> warnings)
      implements Proof {

    public Tried {
      repairs = List.copyOf(repairs);
      reasons = List.copyOf(reasons);
      warnings = List.copyOf(warnings);
    }

    @Override
    public boolean passed() {
      return reasons.isEmpty();
    }
  }
}
