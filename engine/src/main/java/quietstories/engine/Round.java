package quietstories.engine;

import java.time.Instant;
import java.util.List;
import quietstories.model.Cancellation;
import quietstories.rules.Dice;
import quietstories.rules.Rulebook;
import quietstories.story.Action;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionStatus;

/**
 * What stays the same while one turn is played.
 *
 * @param session as it stood before the turn
 * @param attempt 0, or how often the turn is played again under new dice
 */
record Round(
    Session session,
    int attempt,
    Rulebook rules,
    PlayerInput input,
    Dice dice,
    Instant arrival,
    Announcer announcer,
    TurnClock clock,
    Cancellation cancellation) {

  int number() {
    return session.turn() + 1;
  }

  void say(TurnEvent event) {
    announcer.say(event);
  }

  /** Returns the actions that {@code after} offers: none once the story is over. */
  List<Action> offers(Session after) {
    return after.status() == SessionStatus.ACTIVE ? rules.available(after.state()) : List.of();
  }
}
