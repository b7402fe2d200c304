package quietstories.engine;

import quietstories.json.JsonObject;

/**
 * Some operations in numbers; all times in milliseconds, 0 if there were none.
 *
 * @param failures how many of {@code count} failed
 * @param histogram their durations in microseconds: an HdrHistogram in its V2 encoding,
 *     uncompressed, as Base64; an empty text if none is kept
 */
public record Summary(
    long count,
    long failures,
    double totalMs,
    double minMs,
    double maxMs,
    double p50Ms,
    double p90Ms,
    double p95Ms,
    double p99Ms,
    String histogram) {

  /** No operations. */
  public static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, "");

  /** Returns the mean, 0 without operations. */
  public double averageMs() {
    return count == 0 ? 0 : totalMs / count;
  }

  /** Returns the form that the public interface shows. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("count", count)
        .put("total_time_ms", totalMs)
        .put("avg_time_ms", averageMs())
        .put("min_time_ms", minMs)
        .put("max_time_ms", maxMs)
        .put("failures", failures)
        .put("p50_ms", p50Ms)
        .put("p90_ms", p90Ms)
        .put("p95_ms", p95Ms)
        .put("p99_ms", p99Ms)
        .put("histogram", histogram)
        .build();
  }
}
