package quietstories.web;

import java.util.List;
import java.util.Map;
import quietstories.engine.Measurements;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/** Shows what everything took. */
final class MeasurementRoutes {

  private static final String DESCRIPTION =
      "Times of model calls, tool calls and turns in milliseconds since the last reset";

  private final Measurements measurements;

  /** Creates the routes. */
  MeasurementRoutes(Measurements measurements) {
    this.measurements = measurements;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get("/optimization/performance/metrics", this::show),
        Route.post("/optimization/performance/reset", this::reset));
  }

  private Reply show(Call call) {
    return Reply.ok(
        JsonObject.builder()
            .put("status", "success")
            .put("metrics", json(measurements.summary()))
            .put("description", DESCRIPTION)
            .build());
  }

  private Reply reset(Call call) {
    JsonObject closed = json(measurements.reset());
    return Reply.ok(OptimizationRoutes.done("Measurements reset").with("metrics", closed));
  }

  private static JsonObject json(Map<Measurements.OperationType, Measurements.Summary> summaries) {
    JsonObject.Builder all = JsonObject.builder();
    summaries.forEach((type, summary) -> all.put(type.category(), json(summary)));
    return all.build();
  }

  private static JsonObject json(Measurements.Summary summary) {
    List<Json> recent = summary.recent().stream().<Json>map(MeasurementRoutes::json).toList();
    return JsonObject.builder()
        .put("count", summary.count())
        .put("failures", summary.failures())
        .put("total_time_ms", summary.totalMs())
        .put("avg_time_ms", summary.averageMs())
        .put("min_time_ms", summary.minMs())
        .put("max_time_ms", summary.maxMs())
        .put("recent_operations", new JsonArray(recent))
        .build();
  }

  private static JsonObject json(Measurements.Measured operation) {
    return JsonObject.builder()
        .put("operation_id", operation.id())
        .put("operation_type", operation.type().wireName())
        .put("duration_ms", operation.durationNanos() / 1e6)
        .put("duration_s", operation.durationNanos() / 1e9)
        .put("timestamp", operation.endedAt())
        .put("metadata", operation.metadata())
        .build();
  }
}
