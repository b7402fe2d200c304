package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fast a model reads: the time to its first token as a line over the tokens that were not in
 * its cache.
 *
 * @param fixedMs passes before any token is read; at least 0
 * @param perTokenMs for each token that is read; at least 0
 * @param spreadMs forty-nine calls in fifty stay below the line plus this
 */
public record ReadingPace(double fixedMs, double perTokenMs, double spreadMs) {

  private static final int FEWEST = 3;

  /** Tokens must differ by this factor before a slope means anything. */
  private static final double WIDE = 1.5;

  private static final double MOST = 0.9;

  /** A budget holds in nineteen turns of twenty, so fewer may lie above what was foretold. */
  private static final double NEARLY_ALL = 0.98;

  /** One call: the tokens that were read, and the milliseconds until its first token. */
  public record Reading(double tokens, double millis) {}

  /**
   * Returns the line through {@code readings}, by the median of all slopes (Theil and Sen), which a
   * few odd calls do not bend. Where all calls read about the same, their time is taken to be all
   * reading. Empty for fewer than three readings.
   */
  public static Optional<ReadingPace> of(List<Reading> readings) {
    if (readings.size() < FEWEST) {
      return Optional.empty();
    }
    double slope = isWide(readings) ? Math.max(0, slope(readings)) : ratio(readings);
    double[] rests =
        readings.stream()
            .mapToDouble(one -> one.millis() - slope * one.tokens())
            .sorted()
            .toArray();
    double fixed = Math.max(0, at(rests, 0.5));
    return Optional.of(new ReadingPace(fixed, slope, Math.max(0, at(rests, NEARLY_ALL) - fixed)));
  }

  /** Returns whether the readings differ enough to tell a slope from a fixed time. */
  public static boolean isWide(List<Reading> readings) {
    double[] tokens = readings.stream().mapToDouble(Reading::tokens).sorted().toArray();
    return tokens.length >= FEWEST && at(tokens, MOST) >= WIDE * Math.max(1, at(tokens, 1 - MOST));
  }

  private static double slope(List<Reading> readings) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      for (int j = i + 1; j < readings.size(); j++) {
        double tokens = readings.get(j).tokens() - readings.get(i).tokens();
        if (Math.abs(tokens) >= 1) {
          slopes.add((readings.get(j).millis() - readings.get(i).millis()) / tokens);
        }
      }
    }
    return at(slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray(), 0.5);
  }

  private static double ratio(List<Reading> readings) {
    double[] ratios =
        readings.stream()
            .mapToDouble(one -> one.millis() / Math.max(1, one.tokens()))
            .sorted()
            .toArray();
    return at(ratios, 0.5);
  }

  /** Returns the value at that part of a sorted list, 0 of an empty one. */
  private static double at(double[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1.0, Math.floor(part * sorted.length))];
  }

  /** Returns the milliseconds that nearly all calls with so many new tokens keep to. */
  public double millis(double tokens) {
    return fixedMs + perTokenMs * tokens + spreadMs;
  }

  /** Returns how many tokens fit into {@code millis}; less than 0 if not even none. */
  public double tokens(double millis) {
    double left = millis - fixedMs - spreadMs;
    return perTokenMs > 0 ? left / perTokenMs : left < 0 ? -1 : Double.MAX_VALUE;
  }
}
