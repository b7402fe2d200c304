package quietstories.engine;

import java.util.Locale;
import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * One line of a timeline.
 *
 * @param start nanoseconds of the turn's clock
 * @param end the same; not before {@code start}
 * @param parent the name of the span that it belongs to; empty for the turn itself
 */
record Span(
    String name, Kind kind, long start, long end, Optional<String> parent, JsonObject attributes) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** What took the time. */
  enum Kind {
    TURN,
    STEP,
    MODEL,
    TOOL,
    STORE,
    AFTER;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the form that the public interface shows, its start relative to {@code origin}. */
  JsonObject toJson(long origin) {
    return JsonObject.builder()
        .put("name", name)
        .put("kind", kind.wireName())
        .put("start_ms", millis(start - origin))
        .put("duration_ms", millis(end - start))
        .putText("parent", parent)
        .put("attributes", attributes)
        .build();
  }

  /** Returns milliseconds to the microsecond, the finest that such a clock is good for. */
  static double millis(long nanos) {
    return Math.round(nanos / 1_000.0) * 1_000 / NANOS_PER_MILLI;
  }
}
