package quietstories.tools;

import java.time.Duration;

/**
 * What tools may take of a turn.
 *
 * @param parallel how many run at once at most, 1 or more
 * @param timeout how long one may run
 * @param memoise whether a call that was made before in the turn is answered without running again
 */
public record ToolLimits(int parallel, Duration timeout, boolean memoise) {

  /** The limits that hold where nothing else is set: 10 at once, 2 s each. */
  public static final ToolLimits USUAL = new ToolLimits(10, Duration.ofSeconds(2), true);

  public ToolLimits {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one tool must be able to run");
    }
  }

  /** Returns these limits, with or without reuse within a turn. */
  public ToolLimits withMemoise(boolean newMemoise) {
    return new ToolLimits(parallel, timeout, newMemoise);
  }
}
