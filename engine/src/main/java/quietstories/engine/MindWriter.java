package quietstories.engine;

import java.util.List;
import quietstories.story.MindChange;
import quietstories.story.Session;

/** Decides which wishes come true in the minds of a session's cast. */
@FunctionalInterface
public interface MindWriter {

  /** Keeps nothing, and says so. */
  MindWriter NONE =
      (_, _, wishes) ->
          new Decision(
              MindChange.NONE,
              wishes.size() == 0 ? List.of() : List.of("this server keeps no memories"));

  /**
   * Decides; stores nothing.
   *
   * @param turn the turn that the wishes come from
   */
  Decision decide(Session session, int turn, MindWishes wishes);

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
