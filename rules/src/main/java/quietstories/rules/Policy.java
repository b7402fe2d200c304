package quietstories.rules;

import java.util.List;
import quietstories.story.Action;

/** How a trial's player chooses. */
sealed interface Policy permits RandomPolicy, CarefulPolicy {

  /**
   * Returns what the player does in {@code situation}.
   *
   * @param offered the available actions, perhaps none
   * @param dice the player's own, never those of the rules
   */
  Intent choose(Rulebook rules, Situation situation, List<Action> offered, Dice dice);
}
