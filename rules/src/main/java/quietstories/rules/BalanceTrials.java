package quietstories.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.EndCondition;
import quietstories.story.Ending;
import quietstories.story.EndingId;
import quietstories.story.EndingKind;
import quietstories.story.EventId;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;

/**
 * Plays a scenario many times with the real {@link Referee}, half the trials at random and half
 * with care. The seed of a trial comes from the scenario's and the trial's number, so a run can be
 * repeated to the last die.
 */
public final class BalanceTrials {

  /** The most trials of one run. */
  public static final int MOST_TRIALS = 100_000;

  private static final int LONGEST = 50;
  private static final int EARLY = 10;

  private final Rulebook rules;
  private final Policy careful;
  private final Set<ActionId> available = new HashSet<>();
  private final Set<EventId> fired = new HashSet<>();
  private final Set<EndingId> met = new HashSet<>();
  private int losses;
  private int wins;
  private int turnsToLoss;
  private int turnsToWin;
  private int turns;
  private int carefulTrials;
  private int carefulAlive;

  private BalanceTrials(Rulebook rules) {
    this.rules = rules;
    this.careful = new CarefulPolicy(rules);
  }

  /**
   * Plays {@code trials} trials, each of at most 50 turns.
   *
   * @throws IllegalArgumentException unless there are 1 to 100,000
   */
  public static TrialReport run(Rulebook rules, int trials) {
    if (trials < 1 || trials > MOST_TRIALS) {
      throw new IllegalArgumentException("trials must be from 1 to " + MOST_TRIALS);
    }
    BalanceTrials run = new BalanceTrials(rules);
    for (int trial = 0; trial < trials; trial++) {
      boolean withCare = trial % 2 == 1;
      run.play(trial, withCare ? run.careful : Policy.RANDOM, withCare);
    }
    return run.report(trials);
  }

  private void play(int trial, Policy policy, boolean withCare) {
    Situation now = new Situation(rules.spec().state(), rules.spec().entities());
    Optional<Ending> ending = Endings.reached(rules, now.state());
    int turn = 0;
    while (ending.isEmpty() && turn < LONGEST) {
      turn++;
      Dice dice = Dice.of(rules.spec().seed() + trial, turn, 0);
      Intent intent = policy.choose(rules, now, options(now), dice.fork("policy"));
      Judgement judged = Referee.judge(rules, now, intent, dice.fork("judge"));
      fired.addAll(judged.verdict().events());
      now = judged.after();
      ending = Endings.reached(rules, now.state());
    }
    count(turn, ending, withCare);
  }

  private List<Intent> options(Situation now) {
    List<Action> offered = rules.available(now.state());
    if (offered.isEmpty()) {
      return List.of(new Intent.Continue());
    }
    offered.forEach(action -> available.add(action.id()));
    return offered.stream()
        .<Intent>map(action -> new Intent.Attempt(action, Arguments.sample(action, now)))
        .toList();
  }

  private void count(int turn, Optional<Ending> ending, boolean withCare) {
    turns += turn;
    ending.ifPresent(end -> met.add(end.id()));
    boolean lost = ending.filter(end -> end.kind() == EndingKind.LOSS).isPresent();
    if (lost) {
      losses++;
      turnsToLoss += turn;
    } else if (ending.isPresent()) {
      wins++;
      turnsToWin += turn;
    }
    if (withCare) {
      carefulTrials++;
      carefulAlive += lost && turn <= EARLY ? 0 : 1;
    }
  }

  private TrialReport report(int trials) {
    ScenarioSpec spec = rules.spec();
    boolean playable =
        !rules.available(spec.state()).isEmpty() && Endings.reached(rules, spec.state()).isEmpty();
    return new TrialReport(
        trials,
        losses,
        wins,
        mean(turnsToLoss, losses),
        mean(turnsToWin, wins),
        mean(losses, trials),
        mean(carefulAlive, carefulTrials),
        mean(turns, trials),
        spec.actions().stream().map(Action::id).filter(id -> !available.contains(id)).toList(),
        spec.randomEvents().stream()
            .map(RandomEvent::id)
            .filter(id -> !fired.contains(id))
            .toList(),
        java.util.stream.Stream.concat(
                spec.lossConditions().stream(), spec.winConditions().stream())
            .map(EndCondition::id)
            .filter(id -> !met.contains(id))
            .toList(),
        playable);
  }

  private static double mean(double sum, int count) {
    return count == 0 ? 0 : sum / count;
  }
}
