package quietstories.web;

import java.util.List;
import quietstories.engine.Measurements;
import quietstories.engine.Metrics;
import quietstories.json.JsonObject;
import quietstories.story.SessionId;

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
            .put("metrics", metrics(call).toJson())
            .put("description", DESCRIPTION)
            .build());
  }

  private Metrics metrics(Call call) {
    return call.query()
        .text("session_id")
        .map(id -> measurements.metrics(new SessionId(id)))
        .orElseGet(measurements::metrics);
  }

  private Reply reset(Call call) {
    JsonObject closed = measurements.reset().toJson();
    return Reply.ok(OptimizationRoutes.done("Measurements reset").with("metrics", closed));
  }
}
