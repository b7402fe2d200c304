package quietstories.rules;

import java.util.List;
import quietstories.story.Action;

/**
 * Takes any offered action, each as likely as the others; lets the story go on if there is none.
 */
record RandomPolicy() implements Policy {

  @Override
  public Intent choose(Rulebook rules, Situation situation, List<Action> offered, Dice dice) {
    return offered.isEmpty()
        ? new Intent.Continue()
        : SampleArguments.attempt(offered.get(dice.below(offered.size())), situation, dice);
  }
}
