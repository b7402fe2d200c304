package quietstories.engine;

import quietstories.rules.Intent;
import quietstories.rules.IntentReading;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/** The borders of a turn: what must be so before it begins, and what may go wrong at its end. */
final class Loading {

  private Loading() {}

  /** Returns the session, or fails with UNKNOWN_SESSION. */
  static Session session(SessionStore store, SessionId id) {
    return store
        .load(id)
        .orElseThrow(() -> new EngineException(EngineFault.UNKNOWN_SESSION, "Session not found"));
  }

  /** Returns what the input means, or fails because it means nothing or the story is over. */
  static Intent intent(Round round) {
    round
        .session()
        .ending()
        .ifPresent(
            ending -> {
              throw EngineException.ended(ending);
            });
    return switch (Intent.read(round.session().spec(), round.input())) {
      case IntentReading.Understood understood -> understood.intent();
      case IntentReading.Misread misread -> throw EngineException.invalid(misread.problems());
    };
  }

  /**
   * Stores the turn with what it changes in minds, in the place of the last one if it is played
   * again; or fails with CONFLICT if another process was faster.
   */
  static void append(SessionStore store, Session after, Turn turn, MindChange change) {
    try {
      if (turn.attempt() == 0) {
        store.append(after, turn, change);
      } else {
        store.replace(after, turn, change);
      }
    } catch (RevisionConflict e) {
      throw new EngineException(
          EngineFault.CONFLICT,
          "The session was changed elsewhere while this turn was played; send it again.");
    }
  }
}
