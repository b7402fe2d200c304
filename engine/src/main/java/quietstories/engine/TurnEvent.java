package quietstories.engine;

import quietstories.story.ToolAccess;
import quietstories.story.Verdict;

/**
 * What happens in a turn, in this order: started, judged, told (many times), committed. Tools start
 * and end among what is told.
 */
public sealed interface TurnEvent {

  /** The turn now waits for something; may come at any time before {@link Committed}. */
  record Waiting(WaitingFor what) implements TurnEvent {}

  /**
   * The turn has begun.
   *
   * @param turn the number of turns stored before it
   */
  record Started(int turn) implements TurnEvent {}

  /** The rules have decided; no model was asked yet. */
  record Judged(Verdict verdict) implements TurnEvent {}

  /** The next piece of the narrative; the pieces together are exactly the stored narrative. */
  record Told(String text) implements TurnEvent {}

  /** The narrator has called a tool. */
  record ToolStarted(String name, ToolAccess access) implements TurnEvent {}

  /**
   * A tool that the narrator called has ended.
   *
   * @param durationMs how long it ran
   * @param ok whether the narrator got what it asked for
   */
  record ToolEnded(String name, ToolAccess access, double durationMs, boolean ok)
      implements TurnEvent {}

  /** The turn is stored. */
  record Committed(PlayedTurn played) implements TurnEvent {}

  /** What a turn may wait for. */
  enum WaitingFor {
    /** Its place: other turns of this session, or other calls of the model. */
    QUEUE,
    /** The model's answer. */
    MODEL,
    /** A tool. */
    TOOL
  }
}
