package quietstories.testkit;

import java.time.Duration;

/**
 * When the pieces of an answer are sent.
 *
 * @param first how long the server thinks before its first byte
 * @param each how long it takes for each further piece
 */
public record Pace(Duration first, Duration each) {

  /** Everything at once. */
  public static final Pace INSTANT = new Pace(Duration.ZERO, Duration.ZERO);

  /** Returns a pace of {@code rate} pieces a second, which must be positive. */
  public Pace perSecond(double rate) {
    return new Pace(first, Duration.ofNanos((long) (1e9 / rate)));
  }
}
