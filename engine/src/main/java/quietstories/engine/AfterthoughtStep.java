package quietstories.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quietstories.story.Action;
import quietstories.story.Moment;
import quietstories.story.ScenarioSpec;
import quietstories.story.Session;
import quietstories.story.StorySoFar;
import quietstories.story.Turn;

/**
 * How a session stands before an afterthought, and how it shall stand after it.
 *
 * @param turn the turn that was thought about
 */
record AfterthoughtStep(Session session, Turn turn, Moment moment) {

  static AfterthoughtStep of(Session session, Turn turn) {
    return new AfterthoughtStep(session, turn, session.moment());
  }

  boolean changed() {
    return !moment.equals(session.moment());
  }

  /**
   * Returns whether better suggestions may take the place of those of a turn: only where the
   * narrator had none and they are the rules' own, or what a player reads would change under it.
   */
  static boolean mayReplace(List<String> suggestions, ScenarioSpec spec) {
    return spec.actions().stream().map(Action::label).toList().containsAll(suggestions);
  }

  /**
   * Returns the step with what the model said. Its suggestions count only for the last turn of a
   * story that goes on, and only in the place of the rules' own; its summary only if it tells of
   * more than the one before.
   */
  AfterthoughtStep with(Afterthought thought, OptionalInt summarises) {
    Moment next = moment;
    boolean open = session.turn() == turn.number() && session.ending().isEmpty();
    boolean wanted = mayReplace(turn.outcome().suggestedActions(), session.spec());
    if (open && wanted && !thought.suggestions().isEmpty()) {
      next = next.withSuggestedActions(thought.suggestions());
    }
    int told = session.summary().map(StorySoFar::through).orElse(0);
    Optional<String> text = thought.summary();
    if (text.isPresent() && summarises.isPresent() && summarises.getAsInt() > told) {
      next = next.withSummary(new StorySoFar(summarises.getAsInt(), text.get()));
    }
    return new AfterthoughtStep(session, turn, next);
  }
}
