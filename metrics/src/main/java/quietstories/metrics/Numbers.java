package quietstories.metrics;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Means and medians of small lists. */
final class Numbers {

  private static final double PLACES = 1e3;

  private Numbers() {}

  /** Returns the lower median, 0 of nothing. */
  static <T> double median(Collection<T> of, ToDoubleFunction<T> number) {
    double[] sorted = of.stream().mapToDouble(number).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }

  /** Returns the mean, 0 of nothing. */
  static <T> double mean(Collection<T> of, ToDoubleFunction<T> number) {
    return of.stream().mapToDouble(number).average().orElse(0);
  }

  static double rounded(double value) {
    return Math.round(value * PLACES) / PLACES;
  }
}
