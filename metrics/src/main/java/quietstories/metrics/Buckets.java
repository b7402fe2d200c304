package quietstories.metrics;

import java.util.stream.DoubleStream;

/**
 * The upper bounds of classic histograms. Each is a tenth above the one before, so that whatever
 * lies in a bucket, a quantile that is estimated within it is at most 10 % off.
 */
final class Buckets {

  private static final double GROWTH = 1.1;

  /** From half a millisecond to ten minutes, in seconds. */
  static final double[] SECONDS = between(0.000_5, 600);

  /** From 10 µs to ten seconds, for what passes between two tokens and for our own work. */
  static final double[] SHORT_SECONDS = between(0.000_01, 10);

  /** From one token to 200,000. */
  static final double[] TOKENS = between(1, 200_000);

  private Buckets() {}

  private static double[] between(double first, double last) {
    return DoubleStream.iterate(first, bound -> bound < last * GROWTH, bound -> bound * GROWTH)
        .map(Buckets::short6)
        .toArray();
  }

  /** Returns {@code bound} with six digits, which keeps the page short and the steps below 1.1. */
  private static double short6(double bound) {
    return new java.math.BigDecimal(bound)
        .round(new java.math.MathContext(6, java.math.RoundingMode.DOWN))
        .doubleValue();
  }
}
