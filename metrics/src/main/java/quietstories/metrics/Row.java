package quietstories.metrics;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import quietstories.engine.OperationType;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * One line of a comparison.
 *
 * @param name a model, tool or scenario; empty for the category as a whole
 * @param interval the bootstrap interval of 95 % of the ratio; empty if there were too few
 */
public record Row(
    OperationType type,
    String name,
    Side before,
    Side after,
    Optional<Interval> interval,
    Verdict verdict) {

  private static final double MICROS_PER_MILLI = 1e3;
  private static final double PLACES = 1e4;

  /** One side: how many operations, and their median in microseconds. */
  public record Side(long count, double medianMicros) {

    /** Returns the median in milliseconds. */
    public double medianMs() {
      return medianMicros / MICROS_PER_MILLI;
    }

    JsonObject toJson() {
      return JsonObject.builder().put("count", count).put("p50_ms", medianMs()).build();
    }
  }

  /** Where the true ratio lies. */
  public record Interval(double low, double high) {

    JsonArray toJson() {
      return JsonArray.of(Json.of(places(low)), Json.of(places(high)));
    }
  }

  /** What became of it. */
  public enum Verdict {
    FASTER,
    SLOWER,
    NO_DIFFERENCE;

    /** Returns the name in the public interface, such as {@code no_difference}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Row tooFew(OperationType type, String name, Side before, Side after) {
    return new Row(type, name, before, after, Optional.empty(), Verdict.NO_DIFFERENCE);
  }

  static Row compared(
      OperationType type,
      String name,
      Side before,
      Side after,
      Interval interval,
      Verdict verdict) {
    return new Row(type, name, before, after, Optional.of(interval), verdict);
  }

  /** Returns the median after over the median before, if there were enough of both. */
  public OptionalDouble ratio() {
    return interval.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Comparison.ratio(before.medianMicros(), after.medianMicros()));
  }

  /** Returns the form that the public interface shows. */
  JsonObject toJson() {
    OptionalDouble ratio = ratio();
    JsonObject.Builder row =
        JsonObject.builder()
            .putOrNull(
                "ratio",
                ratio.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.of(places(ratio.getAsDouble()))))
            .putOrNull("interval", interval.map(Interval::toJson))
            .put("verdict", verdict.wireName());
    if (interval.isEmpty()) {
      row.put("reason", "too_few");
    }
    return row.put("before", before.toJson()).put("after", after.toJson()).build();
  }

  private static double places(double value) {
    return Math.round(value * PLACES) / PLACES;
  }
}
