package quietstories.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.EndCondition;
import quietstories.story.Ending;
import quietstories.story.EndingId;
import quietstories.story.EndingKind;
import quietstories.story.EventId;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;

/** Counts what trials show. */
final class Tally {

  private final ScenarioSpec spec;
  private final Set<ActionId> available = new HashSet<>();
  private final Set<EventId> fired = new HashSet<>();
  private final Set<Met> met = new HashSet<>();
  private int trials;
  private int losses;
  private int wins;
  private long turnsToLoss;
  private long turnsToWin;
  private long turns;
  private int carefulTrials;
  private int carefulSurvivors;

  Tally(ScenarioSpec spec) {
    this.spec = spec;
  }

  /** An ending; a loss and a win may share an id. */
  private record Met(EndingKind kind, EndingId id) {}

  void offered(List<Action> actions) {
    actions.forEach(action -> available.add(action.id()));
  }

  void fired(List<EventId> events) {
    fired.addAll(events);
  }

  void ended(boolean careful, int length, Optional<Ending> ending) {
    trials++;
    turns += length;
    boolean lost = ending.filter(end -> end.kind() == EndingKind.LOSS).isPresent();
    if (careful) {
      carefulTrials++;
      carefulSurvivors += lost && length <= BalanceTrials.SURVIVAL_TURNS ? 0 : 1;
    }
    ending.ifPresent(end -> met.add(new Met(end.kind(), end.id())));
    if (lost) {
      losses++;
      turnsToLoss += length;
    } else if (ending.isPresent()) {
      wins++;
      turnsToWin += length;
    }
  }

  TrialReport report(boolean playableAtStart) {
    return new TrialReport(
        trials,
        losses,
        wins,
        mean(turnsToLoss, losses),
        mean(turnsToWin, wins),
        mean(losses, trials),
        mean(carefulSurvivors, carefulTrials),
        mean(turns, trials),
        spec.actions().stream().map(Action::id).filter(id -> !available.contains(id)).toList(),
        spec.randomEvents().stream()
            .map(RandomEvent::id)
            .filter(id -> !fired.contains(id))
            .toList(),
        Stream.concat(
                unmet(spec.lossConditions(), EndingKind.LOSS),
                unmet(spec.winConditions(), EndingKind.WIN))
            .toList(),
        playableAtStart);
  }

  private Stream<EndingId> unmet(List<EndCondition> conditions, EndingKind kind) {
    return conditions.stream().map(EndCondition::id).filter(id -> !met.contains(new Met(kind, id)));
  }

  private static double mean(long sum, int count) {
    return count == 0 ? 0 : (double) sum / count;
  }
}
