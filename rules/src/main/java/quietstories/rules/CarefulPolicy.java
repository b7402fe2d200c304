package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.EndingKind;

/**
 * Looks one step ahead. For each offered action, and for waiting, it works out what the effects and
 * decay would make of the state, whichever way the action's roll falls; random events it does not
 * foresee. It takes what reaches no loss if it can, and of that what may reach a win, and of that
 * what brings the wins nearer and keeps the losses far. It never sees the dice of the rules: ties
 * fall by dice of its own.
 */
record CarefulPolicy() implements Policy {

  private static final double LOSS = -1_000;
  private static final double WIN = 1_000;

  @Override
  public Intent choose(Rulebook rules, Situation situation, List<Action> offered, Dice dice) {
    List<Intent> best = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (Intent option : options(situation, offered, dice)) {
      double worth = worth(rules, situation, option);
      if (worth > most) {
        best.clear();
        most = worth;
      }
      if (worth == most) {
        best.add(option);
      }
    }
    return best.get(dice.below(best.size()));
  }

  /** Waiting is worth so little that it is taken only if nothing is offered or all may lose. */
  private static List<Intent> options(Situation situation, List<Action> offered, Dice dice) {
    List<Intent> options = new ArrayList<>();
    offered.forEach(action -> options.add(SampleArguments.attempt(action, situation, dice)));
    options.add(new Intent.Continue());
    return options;
  }

  private static double worth(Rulebook rules, Situation situation, Intent option) {
    return switch (option) {
      case Intent.Attempt attempt -> worth(rules, situation, attempt);
      // why: below every action that is safe, since a story is there to be played.
      case Intent.Words _, Intent.Continue _ ->
          after(rules, situation, new Ledger(situation)) - WIN / 4;
    };
  }

  private static double worth(Rulebook rules, Situation situation, Intent.Attempt attempt) {
    Action action = attempt.action();
    boolean refused = rules.obstacle(action, attempt.arguments(), situation.state()).isPresent();
    if (refused) {
      return worth(rules, situation, new Intent.Continue());
    }
    Stream<Boolean> falls = action.roll().isPresent() ? Stream.of(true, false) : Stream.of(false);
    List<Double> worths =
        falls
            .map(
                success -> {
                  Ledger ledger = new Ledger(situation);
                  ledger.apply(Referee.effects(action, success), attempt.arguments());
                  return after(rules, situation, ledger);
                })
            .toList();
    boolean mayLose = worths.stream().anyMatch(worth -> worth <= LOSS / 2);
    return mayLose
        ? LOSS
            + worths.stream().mapToDouble(worth -> Math.max(worth, LOSS)).average().orElse(0) / WIN
        : worths.stream().mapToDouble(worth -> worth).average().orElse(0);
  }

  /** Returns what the state is worth after the ledger's effects and decay. */
  private static double after(Rulebook rules, Situation before, Ledger ledger) {
    Referee.decay(rules.spec().budget().decayPerTurn(), ledger);
    JsonObject state = ledger.situation().state();
    Optional<EndingKind> ending = Endings.reached(rules, state).map(reached -> reached.kind());
    if (ending.isPresent()) {
      return ending.get() == EndingKind.WIN ? WIN : LOSS;
    }
    double gain =
        Closeness.nearest(rules.spec().winConditions(), state)
            - Closeness.nearest(rules.spec().winConditions(), before.state());
    return gain - Closeness.nearest(rules.spec().lossConditions(), state) / 4;
  }
}
