package quietstories.rules;

import java.util.List;
import quietstories.json.JsonObject;
import quietstories.story.EndingKind;

/**
 * Looks one step ahead with dice of its own, never with those that will fall: avoids what may lose,
 * takes what wins, and otherwise prefers what keeps away from the losses and comes nearer to a win.
 */
final class CarefulPolicy implements Policy {

  private static final int LOOKS = 2;
  private static final double LOSS = -1_000;
  private static final double WIN = 100;

  private final double[] scales;

  /** Creates a policy whose measure is how far each ending is at the beginning. */
  CarefulPolicy(Rulebook rules) {
    JsonObject start = rules.spec().state();
    scales =
        rules.endings().stream().mapToDouble(ending -> Math.max(1, gap(ending, start))).toArray();
  }

  @Override
  public Intent choose(Rulebook rules, Situation now, List<Intent> options, Dice dice) {
    Intent best = options.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < options.size(); i++) {
      double worth = dice.below(1_000) / 1e6;
      for (int look = 0; look < LOOKS; look++) {
        Dice imagined = dice.fork("look " + i + "." + look);
        worth += worth(rules, Referee.judge(rules, now, options.get(i), imagined).after().state());
      }
      if (worth > most) {
        most = worth;
        best = options.get(i);
      }
    }
    return best;
  }

  private double worth(Rulebook rules, JsonObject state) {
    double safety = 1;
    double progress = 0;
    for (int i = 0; i < rules.endings().size(); i++) {
      Rulebook.CompiledEnding ending = rules.endings().get(i);
      double gap = gap(ending, state) / scales[i];
      if (ending.ending().kind() == EndingKind.LOSS) {
        if (gap == 0) {
          return LOSS;
        }
        safety = Math.min(safety, gap);
      } else {
        progress = Math.max(progress, gap == 0 ? WIN : 1 - gap);
      }
    }
    // why: danger counts little while it is far away and a lot when it is near.
    return progress - 0.5 / Math.max(safety, 0.01);
  }

  private static double gap(Rulebook.CompiledEnding ending, JsonObject state) {
    try {
      return Gap.of(ending.condition(), state);
    } catch (LogicFault fault) {
      return 1;
    }
  }
}
