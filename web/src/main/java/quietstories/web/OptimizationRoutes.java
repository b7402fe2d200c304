package quietstories.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import quietstories.engine.CacheUse;
import quietstories.engine.Memories;
import quietstories.engine.Optimizer;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.prompt.Preset;
import quietstories.prompt.PromptLimits;

/** Shows and changes how much a prompt may hold. */
final class OptimizationRoutes {

  private static final String PRESET = "/optimization/presets/{name}";

  private final Optimizer optimizer;
  private final Memories memories;

  /** Creates the routes. */
  OptimizationRoutes(Optimizer optimizer, Memories memories) {
    this.optimizer = optimizer;
    this.memories = memories;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get("/optimization/config", this::show),
        Route.post("/optimization/config", this::configure),
        Route.post("/optimization/configure", this::configure),
        Route.get("/optimization/stats", this::stats),
        Route.post("/optimization/cache/clear", this::clear),
        Route.get("/optimization/presets", this::presets),
        Route.post(PRESET, this::apply),
        Route.post(PRESET + "/apply", this::apply));
  }

  private Reply show(Call call) {
    return Reply.ok(json(optimizer.limits()));
  }

  private Reply configure(Call call) {
    Fields body = Body.read(call);
    OptionalLong turns = body.optionalInteger("max_turn_history", 1, 50);
    OptionalLong memories = body.optionalInteger("max_memories_per_entity", 1, 100);
    OptionalLong tokens = body.optionalInteger("max_context_tokens", 1_000, 100_000);
    Optional<Boolean> caching = body.optionalFlag("enable_caching");
    body.check();
    return Reply.ok(
        json(
            optimizer.change(
                old ->
                    new PromptLimits(
                        (int) turns.orElse(old.maxTurnHistory()),
                        (int) memories.orElse(old.maxMemoriesPerEntity()),
                        (int) tokens.orElse(old.maxContextTokens()),
                        caching.orElse(old.enableCaching())))));
  }

  /** What is kept are the meanings of questions; no answer of a model is ever given twice. */
  private Reply stats(Call call) {
    CacheUse questions = memories.questionCache();
    JsonObject caches =
        JsonObject.builder()
            .put("size", questions.size())
            .put("max_size", questions.most())
            .put("total_accesses", questions.hits() + questions.misses())
            .build();
    return Reply.ok(
        JsonObject.builder()
            .put("cache_stats", caches)
            .put("current_config", json(optimizer.limits()))
            .build());
  }

  private Reply clear(Call call) {
    long cleared = memories.clearQuestionCache();
    return Reply.ok(done("Cleared " + cleared + " cached meanings of questions"));
  }

  private Reply presets(Call call) {
    JsonObject.Builder all = JsonObject.builder();
    for (Preset preset : Preset.values()) {
      JsonObject described = JsonObject.of("description", Json.of(preset.description()));
      all.put(preset.wireName(), described.merge(json(preset.limits())));
    }
    return Reply.ok(all.build());
  }

  private Reply apply(Call call) {
    Preset preset =
        Preset.named(call.variable("name")).orElseThrow(OptimizationRoutes::unknownPreset);
    PromptLimits limits = optimizer.change(_ -> preset.limits());
    return Reply.ok(
        JsonObject.builder()
            .put("status", "success")
            .put("preset", preset.wireName())
            .put("description", preset.description())
            .put("config", json(limits))
            .build());
  }

  private static HttpFailure unknownPreset() {
    String words = "Preset not found";
    List<String> names = Arrays.stream(Preset.values()).map(Preset::wireName).toList();
    return Failure.of(FaultCode.PLAYER_NOT_FOUND, words)
        .with("status", Json.of("error"))
        .with("message", Json.of(words))
        .with("available_presets", JsonArray.ofTexts(names))
        .exception();
  }

  /** Returns the answer of an order that was carried out. */
  static JsonObject done(String message) {
    return JsonObject.builder().put("status", "success").put("message", message).build();
  }

  private static JsonObject json(PromptLimits limits) {
    return JsonObject.builder()
        .put("max_turn_history", limits.maxTurnHistory())
        .put("max_memories_per_entity", limits.maxMemoriesPerEntity())
        .put("max_context_tokens", limits.maxContextTokens())
        .put("enable_caching", limits.enableCaching())
        .build();
  }
}
