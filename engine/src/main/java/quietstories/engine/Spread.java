package quietstories.engine;

import quietstories.json.JsonObject;

/** How some numbers are spread; all 0 if there were none. */
public record Spread(long count, double average, double p50, double p95, double p99) {

  /** No numbers. */
  public static final Spread NONE = new Spread(0, 0, 0, 0, 0);

  /** Returns the form that the public interface shows. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("count", count)
        .put("avg", average)
        .put("p50", p50)
        .put("p95", p95)
        .put("p99", p99)
        .build();
  }
}
