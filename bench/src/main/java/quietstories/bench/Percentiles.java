package quietstories.bench;

import java.util.Arrays;

/** Percentiles of a sample, exact: the smallest value that so many percent do not exceed. */
final class Percentiles {

  private final double[] sorted;

  Percentiles(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample must not be empty");
    }
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  double at(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }
}
