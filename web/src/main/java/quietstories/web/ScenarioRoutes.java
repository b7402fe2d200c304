package quietstories.web;

import java.util.List;
import java.util.Optional;
import quietstories.authoring.Scenarios;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelException;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.SpecWriter;

/** Writes, imports, compiles, shows and deletes scenarios. */
final class ScenarioRoutes {

  private static final String ONE = "/scenarios/{scenario_id}";

  private final Scenarios scenarios;

  /** Creates the routes. */
  ScenarioRoutes(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.post("/scenarios/generate", this::generate),
        Route.post("/scenarios/", this::importSpec).forImports(),
        Route.get("/scenarios/", this::list),
        Route.get(ONE, this::show),
        Route.delete(ONE, this::delete),
        Route.post(ONE + "/compile", this::compile));
  }

  private Reply generate(Call call) {
    Fields body = Body.read(call);
    String description = body.text("description", 0, Integer.MAX_VALUE);
    body.check();
    try {
      return Reply.ok(created(scenarios.generate(description)));
    } catch (ModelException e) {
      throw Errors.forAuthors(e);
    }
  }

  private Reply importSpec(Call call) {
    Fields body = Body.read(call);
    JsonObject spec = body.object("spec");
    body.check();
    return Reply.ok(created(scenarios.importSpec(spec)));
  }

  private static JsonObject created(Scenario scenario) {
    return JsonObject.builder()
        .put("id", scenario.id().value())
        .put("name", scenario.spec().name())
        .put("spec_version", scenario.spec().specVersion())
        .put("status", scenario.status().wireName())
        .put("author", scenario.author())
        .build();
  }

  private Reply compile(Call call) {
    return Reply.ok(scenarios.compile(id(call)).toJson());
  }

  private Reply list(Call call) {
    List<Json> all = scenarios.newest().stream().<Json>map(ScenarioRoutes::summary).toList();
    return Reply.ok(JsonObject.of("scenarios", new JsonArray(all)));
  }

  private static JsonObject summary(Scenario scenario) {
    return JsonObject.builder()
        .put("id", scenario.id().value())
        .put("name", scenario.spec().name())
        .put("status", scenario.status().wireName())
        .put("created_at", scenario.createdAt().toString())
        .build();
  }

  private Reply show(Call call) {
    Scenario scenario = scenarios.load(id(call));
    Optional<JsonObject> report = scenario.report();
    return Reply.ok(
        JsonObject.builder()
            .put("id", scenario.id().value())
            .put("name", scenario.spec().name())
            .put("spec", SpecWriter.write(scenario.spec()))
            .put("status", scenario.status().wireName())
            .put("created_at", scenario.createdAt().toString())
            .put("updated_at", scenario.updatedAt().toString())
            .put("author", scenario.author())
            .putOrNull("validation_results", report)
            .build());
  }

  private Reply delete(Call call) {
    Fields query = Fields.of("query", call.query());
    boolean force = query.flag("force", false);
    query.check();
    scenarios.delete(id(call), force);
    return Reply.ok(
        JsonObject.builder()
            .put("message", "Scenario deleted")
            .put("id", call.variable("scenario_id"))
            .build());
  }

  private static ScenarioId id(Call call) {
    return new ScenarioId(call.variable("scenario_id"));
  }
}
