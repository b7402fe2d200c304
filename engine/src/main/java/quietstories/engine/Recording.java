package quietstories.engine;

/**
 * Hears of every operation, exactly once, when it has ended, well or badly. Safe for use by many
 * threads; quick, and never throws.
 */
@FunctionalInterface
public interface Recording {

  /** Takes note of one operation. */
  void record(Measured operation);

  /** Returns whether anybody wants to know; if not, timelines are not kept either. */
  default boolean wanted() {
    return true;
  }
}
