package quietstories.tools;

import java.util.List;
import quietstories.story.ToolAccess;

/**
 * Hears of tools while they run. Must be quick and never throw. Safe for use by many threads, since
 * a call ends on a thread of its own.
 */
public interface ToolListener {

  /** Hears nothing. */
  ToolListener NONE = new ToolListener() {};

  /** A call begins; {@code name} is the tool's own, or what was asked for if there is none. */
  default void started(String name, ToolAccess access) {}

  /** A call has ended, in whatever way; once for each call that was made. */
  default void ended(ToolRun run) {}

  /**
   * All calls of one answer have ended; {@code runs} holds at least one, in the model's order.
   * Heard on the thread that plays the turn, also when the turn fails, so that every call is in
   * exactly one batch.
   */
  default void batch(List<ToolRun> runs) {}

  /** Returns a listener that tells both, {@code first} first. */
  static ToolListener both(ToolListener first, ToolListener second) {
    return new ToolListener() {
      @Override
      public void started(String name, ToolAccess access) {
        first.started(name, access);
        second.started(name, access);
      }

      @Override
      public void ended(ToolRun run) {
        first.ended(run);
        second.ended(run);
      }

      @Override
      public void batch(List<ToolRun> runs) {
        first.batch(runs);
        second.batch(runs);
      }
    };
  }
}
