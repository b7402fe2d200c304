package quietstories.rules;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.Ending;
import quietstories.story.ScenarioSpec;

/**
 * Plays a scenario many times with the referee of the play itself.
 *
 * <p>Pure and reproducible: the dice of a trial derive from the scenario's seed (0 is a seed like
 * any other) and the trial's number. Even trials play at random, odd ones with care. A trial ends
 * with the story or after 50 turns.
 */
public final class BalanceTrials {

  /** The turns after which a trial ends without an ending. */
  static final int MAX_TURNS = 50;

  /** The turns that a careful player should survive. */
  static final int SURVIVAL_TURNS = 10;

  private static final int MAX_TRIALS = 100_000;

  private final Rulebook rules;
  private final Tally tally;

  private BalanceTrials(Rulebook rules) {
    this.rules = rules;
    this.tally = new Tally(rules.spec());
  }

  /**
   * Plays that many trials.
   *
   * @param trials 1 to 100,000
   * @throws IllegalArgumentException if {@code trials} is out of range
   */
  public static TrialReport run(Rulebook rules, int trials) {
    if (trials < 1 || trials > MAX_TRIALS) {
      throw new IllegalArgumentException("trials must be from 1 to 100000, not " + trials);
    }
    BalanceTrials all = new BalanceTrials(rules);
    for (int trial = 0; trial < trials; trial++) {
      all.play(trial);
    }
    return all.tally.report(all.playableAtStart());
  }

  private boolean playableAtStart() {
    JsonObject state = rules.spec().state();
    return !rules.available(state).isEmpty() && Endings.reached(rules, state).isEmpty();
  }

  private void play(int trial) {
    ScenarioSpec spec = rules.spec();
    boolean careful = trial % 2 == 1;
    Policy policy = careful ? new CarefulPolicy() : new RandomPolicy();
    Situation situation = new Situation(spec.state(), spec.entities());
    Optional<Ending> ending = Endings.reached(rules, situation.state());
    int turn = 0;
    while (ending.isEmpty() && turn < MAX_TURNS) {
      turn++;
      Dice dice = Dice.of(spec.seed(), turn, trial);
      List<Action> offered = rules.available(situation.state());
      tally.offered(offered);
      Intent intent = policy.choose(rules, situation, offered, dice.fork("player"));
      Judgement judgement = Referee.judge(rules, situation, intent, dice);
      tally.fired(judgement.verdict().events());
      situation = judgement.after();
      ending = Endings.reached(rules, situation.state());
    }
    tally.ended(careful, turn, ending);
  }
}
