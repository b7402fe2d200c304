package quietstories.web;

import java.util.List;
import java.util.function.BooleanSupplier;
import quietstories.engine.ModelHealth;
import quietstories.json.JsonObject;

/** Says who this is and how it is, and shows the page and the interface's description. */
final class ServiceRoutes {

  private static final String NAME = "Dynamic CYOA Engine";
  private static final String VERSION = "0.1.0";

  private final Access access;
  private final String logLevel;
  private final BooleanSupplier database;
  private final ModelHealth health;
  private final StaticFiles files;

  /** Creates the routes. */
  ServiceRoutes(
      Access access,
      String logLevel,
      BooleanSupplier database,
      ModelHealth health,
      StaticFiles files) {
    this.access = access;
    this.logLevel = logLevel;
    this.database = database;
    this.health = health;
    this.files = files;
  }

  /** Returns the routes that the interface's description names. */
  List<Route> routes() {
    return List.of(
        Route.get("/", this::root).withoutToken(),
        Route.get("/health", _ -> status("healthy")).withoutToken(),
        Route.get("/health/live", _ -> status("alive")).withoutToken(),
        Route.get("/health/ready", this::ready).withoutToken(),
        Route.get("/openapi.json", _ -> files.description()),
        Route.get("/docs", _ -> files.docs("swagger.html")).withoutToken(),
        Route.get("/redoc", _ -> files.docs("redoc.html")).withoutToken());
  }

  /** Returns the routes of files that pages ask for. They hold no secret. */
  List<Route> assets() {
    return List.of(
        Route.get("/page/{file}", call -> files.page(call.variable("file"))).withoutToken(),
        Route.get("/docs/assets/{file}", call -> files.docsAsset(call.variable("file")))
            .withoutToken());
  }

  private Reply root(Call call) {
    Reply.Whole reply = call.headers().acceptsHtml() ? files.page("index.html") : banner(call);
    return reply.with("Vary", "Accept");
  }

  private Reply.Whole banner(Call call) {
    access.check(call.headers());
    return Reply.ok(
        JsonObject.builder()
            .put("message", NAME)
            .put("version", VERSION)
            .put("status", "running")
            .put("log_level", logLevel)
            .build());
  }

  private static Reply status(String status) {
    return Reply.ok(JsonObject.builder().put("status", status).build());
  }

  /** No embeddings are needed yet, so nothing can be wrong with them. */
  private Reply ready(Call call) {
    ModelHealth.Status model = health.now();
    boolean stores = database.getAsBoolean();
    JsonObject narrator =
        JsonObject.builder()
            .put("ready", model.ready())
            .put("narrator", model.narrator().toJson())
            .put("reason", model.reason())
            .build();
    JsonObject checks =
        JsonObject.builder()
            .put("database", stores ? "ok" : "failed")
            .put("model", narrator)
            .put("embeddings", "unused")
            .build();
    boolean ready = stores && model.ready();
    return Reply.json(
        ready ? 200 : 503,
        JsonObject.builder()
            .put("status", ready ? "ready" : "not ready")
            .put("checks", checks)
            .build());
  }
}
