package quietstories.web;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor;
import quietstories.engine.Measurements;
import quietstories.engine.Metrics;
import quietstories.engine.Snapshots;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.SessionId;

/** Shows what everything took, compares it, and says what would be faster. */
final class MeasurementRoutes {

  private static final String DESCRIPTION =
      "Times of model calls, tool calls and turns in milliseconds since the last reset";
  private static final int LONGEST_NAME = 100;

  private final Measurements measurements;
  private final Snapshots snapshots;
  private final Advisor advisor;

  /** Creates the routes. */
  MeasurementRoutes(Measurements measurements, Snapshots snapshots, Advisor advisor) {
    this.measurements = measurements;
    this.snapshots = snapshots;
    this.advisor = advisor;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get("/optimization/performance/metrics", this::show),
        Route.post("/optimization/performance/reset", this::reset),
        Route.post("/optimization/performance/snapshots", this::snapshot),
        Route.get("/optimization/performance/compare", this::compare),
        Route.get("/optimization/advice", this::advice));
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
    Fields query = Fields.of("query", call.query());
    Optional<String> session = query.optionalText("session_id");
    if (session.filter(String::isBlank).isPresent()) {
      query.refuse(
          "session_id", "value_error", "Input should be the id of a session", JsonObject.EMPTY);
    }
    query.check();
    return session
        .map(id -> measurements.metrics(new SessionId(id)))
        .orElseGet(measurements::metrics);
  }

  private Reply reset(Call call) {
    JsonObject closed = measurements.reset().toJson();
    return Reply.ok(OptimizationRoutes.done("Measurements reset").with("metrics", closed));
  }

  private Reply snapshot(Call call) {
    Fields body = Body.read(call);
    String name = body.text("name", 1, LONGEST_NAME);
    body.check();
    return Reply.ok(
        JsonObject.builder()
            .put("status", "success")
            .put("name", name)
            .put("taken_at", snapshots.take(name).toString())
            .build());
  }

  private Reply compare(Call call) {
    Fields query = Fields.of("query", call.query());
    String before = query.text("before", 1, LONGEST_NAME);
    String after = query.text("after", 1, LONGEST_NAME);
    query.check();
    JsonObject comparison =
        snapshots.compare(before, after).orElseThrow(() -> unknown(before, after));
    return Reply.ok(
        JsonObject.builder()
            .put("status", "success")
            .put("before", before)
            .put("after", after)
            .put("comparison", comparison)
            .build());
  }

  private HttpFailure unknown(String before, String after) {
    String missing = snapshots.has(before) ? after : before;
    return Failure.of(
            FaultCode.PLAYER_NOT_FOUND,
            "There is no snapshot named "
                + Json.of(missing).write()
                + "; take it with POST /optimization/performance/snapshots")
        .exception();
  }

  private Reply advice(Call call) {
    List<Json> findings = advisor.advice().stream().<Json>map(Advisor.Finding::toJson).toList();
    return Reply.ok(new JsonArray(findings));
  }
}
