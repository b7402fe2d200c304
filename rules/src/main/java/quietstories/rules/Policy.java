package quietstories.rules;

import java.util.List;

/** How a trial chooses what to do. */
interface Policy {

  /** Returns one of {@code options}, which is not empty. */
  Intent choose(Rulebook rules, Situation now, List<Intent> options, Dice dice);

  /** Takes any option, each equally often. */
  Policy RANDOM = (_, _, options, dice) -> options.get(dice.below(options.size()));
}
