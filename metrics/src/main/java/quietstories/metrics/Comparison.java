package quietstories.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import quietstories.engine.OperationType;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * How two sets of metrics differ.
 *
 * <p>Each row has the ratio of medians with its bootstrap interval of 95 %. The verdict asks more:
 * with many rows some interval of 95 % misses 1 by chance, so a row counts as different only if an
 * interval of 1 - 5 %/rows misses 1 (Bonferroni). Two runs of the same thing therefore differ
 * nowhere at least 95 times in 100. Same metrics, same answer: chance is seeded.
 *
 * @param rows categories, each followed by its names
 */
public record Comparison(List<Row> rows) {

  /** With fewer operations on a side nothing is said. */
  static final int FEWEST = 20;

  private static final double MISS = 0.05;
  private static final int LEAST_DRAWS = 10_000;
  private static final int MOST_DRAWS = 60_000;

  /** So many draws lie beyond the end of the widest interval, so that it is steady. */
  private static final int BEYOND = 10;

  public Comparison {
    rows = List.copyOf(rows);
  }

  /**
   * Compares metrics as the public interface shows them, or as they were saved from there.
   *
   * @throws NotMetrics if one of them is something else
   */
  public static Comparison of(Json before, Json after) {
    return of(SavedMetrics.read(before), SavedMetrics.read(after));
  }

  /**
   * Passes if {@code json} is metrics.
   *
   * @throws NotMetrics if it is something else
   */
  public static void check(Json json) {
    SavedMetrics.read(json);
  }

  private static Comparison of(SavedMetrics before, SavedMetrics after) {
    List<SavedMetrics.Key> keys = before.keysWith(after);
    long enough = keys.stream().filter(key -> enough(before, key) && enough(after, key)).count();
    List<Row> rows = new ArrayList<>();
    for (SavedMetrics.Key key : keys) {
      rows.add(row(key, new Medians(before.of(key)), new Medians(after.of(key)), enough));
    }
    return new Comparison(rows);
  }

  private static boolean enough(SavedMetrics metrics, SavedMetrics.Key key) {
    return metrics.of(key).getTotalCount() >= FEWEST;
  }

  private static Row row(SavedMetrics.Key key, Medians old, Medians young, long rows) {
    if (old.count() < FEWEST || young.count() < FEWEST) {
      return Row.tooFew(key.type(), key.name(), side(old), side(young));
    }
    double[] ratios = ratios(old, young, rows, (key.type().wireName() + key.name()).hashCode());
    double end = MISS / 2;
    double far = end / rows;
    return Row.compared(
        key.type(),
        key.name(),
        side(old),
        side(young),
        new Row.Interval(at(ratios, end), at(ratios, 1 - end)),
        verdict(at(ratios, far), at(ratios, 1 - far)));
  }

  private static Row.Side side(Medians medians) {
    return new Row.Side(medians.count(), medians.count() == 0 ? 0 : medians.measured());
  }

  private static Row.Verdict verdict(double low, double high) {
    if (high < 1) {
      return Row.Verdict.FASTER;
    }
    return low > 1 ? Row.Verdict.SLOWER : Row.Verdict.NO_DIFFERENCE;
  }

  private static double[] ratios(Medians old, Medians young, long rows, long seed) {
    long wanted = (long) (BEYOND / (MISS / 2 / rows));
    int draws = Math.clamp(wanted, LEAST_DRAWS, MOST_DRAWS);
    SplittableRandom random = new SplittableRandom(seed);
    double[] ratios = new double[draws];
    for (int i = 0; i < draws; i++) {
      ratios[i] = ratio(old.draw(random), young.draw(random));
    }
    Arrays.sort(ratios);
    return ratios;
  }

  /** Returns {@code after / before}; what takes no microsecond counts as half of one. */
  static double ratio(double before, double after) {
    return Math.max(after, 0.5) / Math.max(before, 0.5);
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) Math.clamp(Math.floor(part * sorted.length), 0, sorted.length - 1.0)];
  }

  /** Returns the form that the public interface shows: categories, each with {@code by_name}. */
  public JsonObject toJson() {
    JsonObject all = JsonObject.EMPTY;
    for (OperationType type : OperationType.values()) {
      JsonObject.Builder names = JsonObject.builder();
      JsonObject whole = JsonObject.EMPTY;
      for (Row row : rows) {
        if (row.type() == type && row.name().isEmpty()) {
          whole = row.toJson();
        } else if (row.type() == type) {
          names.put(row.name(), row.toJson());
        }
      }
      all = all.with(type.category(), whole.with("by_name", names.build()));
    }
    return all;
  }
}
