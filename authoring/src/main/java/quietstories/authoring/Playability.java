package quietstories.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.rules.Endings;
import quietstories.rules.JsonLogic;
import quietstories.rules.Rulebook;
import quietstories.rules.TrialReport;
import quietstories.story.Action;
import quietstories.story.Ending;
import quietstories.story.EndingKind;
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
    } else if (!report.playableAtStart()) {
      reasons.add("No action can be chosen at the start. " + whyClosed(rules.spec()));
    }
    if (report.losses() + report.wins() == 0) {
      reasons.add(
          "Not one of "
              + report.trials()
              + " trials reached an ending: no loss or win condition can be met by playing.");
    }
    if (report.carefulSurvival() < CAREFUL_SURVIVAL) {
      reasons.add(tooDeadly(rules, report));
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
    endingAtStart(rules, EndingKind.WIN)
        .ifPresent(
            id -> warnings.add("The win condition '" + id + "' holds already at the start."));
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

  private static String tooDeadly(Rulebook rules, TrialReport report) {
    String lost = percent(1 - report.carefulSurvival());
    String sentence =
        "A player who looks ahead has lost before turn 10 in "
            + lost
            + " of the trials; at most half may end so early.";
    return endingAtStart(rules, EndingKind.LOSS)
        .map(id -> sentence + " The loss condition '" + id + "' holds already at the start.")
        .orElse(sentence);
  }

  private static Optional<String> endingAtStart(Rulebook rules, EndingKind kind) {
    Optional<Ending> ending = Endings.reached(rules, rules.spec().state());
    return ending.filter(found -> found.kind() == kind).map(found -> found.id().value());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
