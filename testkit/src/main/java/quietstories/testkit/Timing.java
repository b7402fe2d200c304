package quietstories.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How fast a simulated vendor is.
 *
 * @param name what it is called on command lines and in reports
 * @param latency passes before anything else happens to a request
 * @param prefill tokens a second that are read and were not cached
 * @param generation tokens a second that are written
 * @param slots how many requests are served at once; others wait in order of arrival
 * @param prefixCache whether a slot keeps what it read and wrote, so that the same beginning costs
 *     no time the next time
 */
public record Timing(
    String name,
    Duration latency,
    double prefill,
    double generation,
    int slots,
    boolean prefixCache) {

  /** A vendor far away that has room for everybody and keeps nothing. */
  public static final Timing CLOUD =
      new Timing("cloud", Duration.ofMillis(300), 5_000, 80, 10_000, false);

  /** A model of seven thousand million parameters on the player's own machine. */
  public static final Timing LOCAL_7B =
      new Timing("local-7b", Duration.ofMillis(10), 350, 12, 1, true);

  /** A model that takes no time at all. */
  public static final Timing INSTANT =
      new Timing(
          "instant",
          Duration.ZERO,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          10_000,
          false);

  /** All that have a name. */
  public static final List<Timing> ALL = List.of(CLOUD, LOCAL_7B, INSTANT);

  public Timing {
    if (!(prefill > 0 && generation > 0)) {
      throw new IllegalArgumentException("a model reads and writes more than nothing a second");
    }
    if (slots < 1) {
      throw new IllegalArgumentException("a model serves at least one request at once");
    }
  }

  /** Returns the timing of that name. */
  public static Optional<Timing> named(String name) {
    return ALL.stream().filter(timing -> timing.name.equals(name)).findFirst();
  }

  /** Returns this timing with another number of slots. */
  public Timing slots(int count) {
    return new Timing(name, latency, prefill, generation, count, prefixCache);
  }

  /** Returns this timing with or without a prefix cache. */
  public Timing prefixCache(boolean kept) {
    return new Timing(name, latency, prefill, generation, slots, kept);
  }

  /** Returns this timing with another rate of generation, in tokens a second. */
  public Timing generation(double rate) {
    return new Timing(name, latency, prefill, rate, slots, prefixCache);
  }

  /** Returns this timing, everything so many times as fast. */
  public Timing faster(int times) {
    return new Timing(
        name, latency.dividedBy(times), prefill * times, generation * times, slots, prefixCache);
  }

  /** Returns when the pieces of an answer leave whose prompt has so many new tokens. */
  Pace pace(int newTokens) {
    Duration reading = Duration.ofNanos((long) (newTokens / prefill * 1e9));
    Duration each = Duration.ofNanos((long) (1e9 / generation));
    return new Pace(latency.plus(reading).plus(each), each);
  }
}
