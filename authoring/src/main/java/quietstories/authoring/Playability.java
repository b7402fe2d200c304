package quietstories.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import quietstories.rules.Endings;
import quietstories.rules.JsonLogic;
import quietstories.rules.Rulebook;
import quietstories.rules.TrialReport;
import quietstories.story.Action;
import quietstories.story.Ending;
import quietstories.story.ScenarioSpec;

/**
 * Judges a scenario by its trials. It is playable if an action can be chosen at the start, some
 * ending is reached in a trial, and the careful policy is alive, or has won, after 10 turns in at
 * least half of its trials.
 */
final class Playability {

  private static final double CAREFUL_SURVIVAL = 0.5;
  private static final int NAMED = 3;

  private Playability() {}

  /** Returns why nobody could play the scenario, in words for its writer; empty if one can. */
  static List<String> reasons(Rulebook rules, TrialReport report) {
    List<String> reasons = new ArrayList<>();
    if (rules.spec().actions().isEmpty()) {
      reasons.add("The scenario has no actions, so a player has nothing to do.");
    } else if (rules.available(rules.spec().state()).isEmpty()) {
      reasons.add("No action can be chosen at the start. " + whyClosed(rules.spec()));
    }
    Endings.reached(rules, rules.spec().state())
        .ifPresent(ending -> reasons.add(overAtStart(ending)));
    if (report.losses() + report.wins() == 0) {
      reasons.add(
          "Not one of "
              + report.trials()
              + " trials reached an ending: no loss or win condition can be met by playing.");
    }
    if (report.carefulSurvival() < CAREFUL_SURVIVAL) {
      reasons.add(
          "A player who looks ahead is lost within 10 turns in "
              + percent(1 - report.carefulSurvival())
              + " of the trials; at most half of them may end so early.");
    }
    return reasons;
  }

  /** Returns what a writer may want to change although the scenario can be played. */
  static List<String> warnings(Rulebook rules, TrialReport report) {
    List<String> warnings = new ArrayList<>();
    double wanted = rules.spec().budget().minFailRate();
    if (report.lossRate() < wanted) {
      warnings.add(
          "Only "
              + percent(report.lossRate())
              + " of the trials were lost; the scenario asks for at least "
              + percent(wanted)
              + ", and the weights of its random events cannot bring it there.");
    }
    report
        .neverAvailable()
        .forEach(id -> warnings.add("The action '" + id + "' was never available in a trial."));
    report
        .neverFired()
        .forEach(id -> warnings.add("The event '" + id + "' never happened in a trial."));
    report
        .neverMet()
        .forEach(id -> warnings.add("The condition '" + id + "' was never met in a trial."));
    return warnings;
  }

  private static String whyClosed(ScenarioSpec spec) {
    Stream<String> words =
        spec.actions().stream()
            .limit(NAMED)
            .map(action -> "'" + action.label() + "' is closed" + because(action, spec) + ".");
    int more = spec.actions().size() - NAMED;
    return String.join(" ", words.toList()) + (more > 0 ? " " + more + " more are closed." : "");
  }

  private static String because(Action action, ScenarioSpec spec) {
    return JsonLogic.forScenario(action.preconditions())
        .whyFalse(spec.state())
        .map(clause -> ": " + clause.words())
        .orElse("");
  }

  private static String overAtStart(Ending ending) {
    return "The story is over before it begins: the %s condition '%s' holds already at the start."
        .formatted(ending.kind().wireName(), ending.id());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
