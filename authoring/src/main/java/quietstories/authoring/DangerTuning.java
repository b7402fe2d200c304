package quietstories.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.rules.BalanceTrials;
import quietstories.rules.Rulebook;
import quietstories.rules.TrialReport;
import quietstories.story.EventId;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;

/**
 * Makes a scenario that is too mild more dangerous by the weights of its random events, within
 * their limits and no further than it stays playable.
 *
 * <p>Which way a weight must go is found out by trying: each event alone is moved to the one limit
 * and then to the other, and a short run of trials says whether more of them are lost. All weights
 * then go a third, two thirds and the whole of their way, until enough trials are lost. Every step
 * uses the scenario's own seed, so the result is the same each time.
 */
final class DangerTuning {

  private static final int SHORT_RUN = 100;
  private static final int EVENTS_TRIED = 8;
  private static final int STEPS = 3;

  private final ScenarioSpec spec;
  private final int trials;

  private DangerTuning(ScenarioSpec spec, int trials) {
    this.spec = spec;
    this.trials = trials;
  }

  /**
   * A scenario after tuning.
   *
   * @param report what its trials showed
   * @param notes which weights were changed, one sentence each; empty if none was
   */
  record Tuned(ScenarioSpec spec, TrialReport report, List<String> notes) {

    Tuned {
      notes = List.copyOf(notes);
    }
  }

  /** Returns the mildest tuning that loses enough trials, or else the best that was found. */
  static Tuned tune(ScenarioSpec spec, TrialReport report, int trials) {
    return new DangerTuning(spec, trials).tuned(report);
  }

  private Tuned tuned(TrialReport untuned) {
    Map<EventId, Double> goals = goals();
    Tuned best = new Tuned(spec, untuned, List.of());
    for (int step = 1; step <= STEPS && !goals.isEmpty() && tooMild(best.report()); step++) {
      ScenarioSpec candidate = towards(goals, (double) step / STEPS);
      Rulebook rules = Rulebook.compile(candidate);
      TrialReport report = BalanceTrials.run(rules, trials);
      boolean playable = Playability.reasons(rules, report).isEmpty();
      if (playable && report.lossRate() > best.report().lossRate()) {
        best = new Tuned(candidate, report, notes(candidate));
      }
    }
    return best;
  }

  private boolean tooMild(TrialReport report) {
    return report.lossRate() < spec.budget().minFailRate();
  }

  /** Returns the limit to which each event's weight must go to make more trials end in a loss. */
  private Map<EventId, Double> goals() {
    double usual = lossRate(spec);
    Map<EventId, Double> goals = new LinkedHashMap<>();
    for (RandomEvent event : spec.randomEvents().stream().limit(EVENTS_TRIED).toList()) {
      goal(event, usual).ifPresent(goal -> goals.put(event.id(), goal));
    }
    return goals;
  }

  private Optional<Double> goal(RandomEvent event, double usual) {
    for (double limit : List.of(RandomEvent.MAX_WEIGHT, RandomEvent.MIN_WEIGHT)) {
      ScenarioSpec candidate = towards(Map.of(event.id(), limit), 1);
      if (event.weight() != limit && lossRate(candidate) > usual) {
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }

  private double lossRate(ScenarioSpec candidate) {
    return BalanceTrials.run(Rulebook.compile(candidate), Math.min(trials, SHORT_RUN)).lossRate();
  }

  private ScenarioSpec towards(Map<EventId, Double> goals, double share) {
    List<RandomEvent> events = new ArrayList<>();
    for (RandomEvent event : spec.randomEvents()) {
      double goal = goals.getOrDefault(event.id(), event.weight());
      double weight = event.weight() + (goal - event.weight()) * share;
      events.add(event.withWeight(rounded(weight)));
    }
    return spec.withRandomEvents(events);
  }

  private static double rounded(double weight) {
    double short3 = Math.round(weight * 1_000) / 1_000.0;
    return Math.clamp(short3, RandomEvent.MIN_WEIGHT, RandomEvent.MAX_WEIGHT);
  }

  private List<String> notes(ScenarioSpec candidate) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < spec.randomEvents().size(); i++) {
      RandomEvent before = spec.randomEvents().get(i);
      double after = candidate.randomEvents().get(i).weight();
      if (before.weight() != after) {
        String change = before.weight() + " to " + after;
        notes.add(
            "The weight of the event '" + before.id() + "' went from " + change + " (too mild).");
      }
    }
    return notes;
  }
}
