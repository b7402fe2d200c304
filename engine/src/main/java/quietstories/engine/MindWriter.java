package quietstories.engine;

import java.util.List;
import quietstories.story.Entity;
import quietstories.story.MindChange;
import quietstories.story.Session;

/** Decides which wishes come true in the minds of a session's cast. */
@FunctionalInterface
public interface MindWriter {

  /**
   * Decides; stores nothing.
   *
   * @param cast who can remember and feel; may hold more than the session's own by now
   * @param turn the turn that the wishes come from
   */
  Decision decide(Session session, List<Entity> cast, int turn, MindWishes wishes);

  /**
   * What comes of wishes.
   *
   * @param change what is to be stored
   * @param refused why the others were refused, in words
   */
  record Decision(MindChange change, List<String> refused) {

    public Decision {
      refused = List.copyOf(refused);
    }
  }
}
