package quietstories.web;

import java.time.InstantSource;
import java.util.List;
import quietstories.engine.Sessions;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.story.Session;

/**
 * Shows what is remembered and who feels what about whom. Nothing of that is kept yet, so every
 * answer is empty, and true.
 */
final class MemoryRoutes {

  private static final String ONE = "/sessions/{session_id}";

  private final Sessions sessions;
  private final InstantSource clock;

  /** Creates the routes. */
  MemoryRoutes(Sessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get(ONE + "/memories", this::memories),
        Route.get(ONE + "/emotions", this::emotions),
        Route.get(ONE + "/relationships", this::relationships),
        Route.get(ONE + "/relationships/{entity_id}", this::relationshipsOf),
        Route.get(ONE + "/graph/summary", this::graphSummary),
        Route.get(ONE + "/enrichment/queue", this::queue),
        Route.post(ONE + "/enrichment/process", this::process),
        Route.get(ONE + "/performance", this::performance),
        Route.get("/sessions/cache/stats", this::caches));
  }

  private Session session(Call call) {
    return sessions.load(SessionRoutes.id(call));
  }

  private JsonObject.Builder answer(Call call) {
    return JsonObject.builder().put("session_id", session(call).id().value());
  }

  private Reply memories(Call call) {
    session(call);
    return Reply.ok(
        JsonObject.builder()
            .put("private_memory", JsonObject.EMPTY)
            .put("public_memory", JsonObject.EMPTY)
            .build());
  }

  private Reply emotions(Call call) {
    session(call);
    return Reply.ok(JsonObject.of("emotions", JsonObject.EMPTY));
  }

  private Reply relationships(Call call) {
    return Reply.ok(
        answer(call)
            .put("relationships", JsonObject.EMPTY)
            .put("entity_count", 0)
            .put("total_relationships", 0)
            .build());
  }

  private Reply relationshipsOf(Call call) {
    String entity = call.variable("entity_id");
    Session session = session(call);
    if (session.entities().stream().noneMatch(one -> one.id().value().equals(entity))) {
      throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Entity not found").exception();
    }
    JsonObject summary =
        JsonObject.builder()
            .put("entity_id", entity)
            .put("total_outgoing", 0)
            .put("total_incoming", 0)
            .put("relationship_types", JsonObject.EMPTY)
            .put("average_sentiment", 0)
            .put("strongest_relationships", JsonArray.EMPTY)
            .build();
    return Reply.ok(
        answer(call).put("entity_id", entity).put("relationship_summary", summary).build());
  }

  private Reply graphSummary(Call call) {
    return Reply.ok(answer(call).put("graph_summary", graph()).build());
  }

  private static JsonObject graph() {
    return JsonObject.builder()
        .put("total_entities", 0)
        .put("total_relationships", 0)
        .put("relationship_types", JsonArray.EMPTY)
        .put("avg_relationship_strength", 0)
        .put("most_connected_entities", JsonArray.EMPTY)
        .build();
  }

  private Reply queue(Call call) {
    JsonObject summary =
        JsonObject.builder()
            .put("queued", 0)
            .put("processing", 0)
            .put("completed", 0)
            .put("failed", 0)
            .build();
    return Reply.ok(
        answer(call)
            .put("total_tasks", 0)
            .put("status_summary", summary)
            .put("tasks", JsonArray.EMPTY)
            .build());
  }

  private Reply process(Call call) {
    JsonObject.Builder answer = answer(call);
    if (call.query().member("task_id").isPresent()) {
      throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Task not found").exception();
    }
    return Reply.ok(
        answer
            .put("message", "There is nothing to process")
            .put("processed", 0)
            .put("results", JsonArray.EMPTY)
            .build());
  }

  private Reply performance(Call call) {
    Session session = session(call);
    return Reply.ok(
        JsonObject.builder()
            .put("session_id", session.id().value())
            .put("turn_count", session.turn())
            .put("created_at", session.createdAt().toString())
            .put("memory_stats", memoryStats())
            .put("semantic_search_stats", searchStats(session))
            .put("relationship_graph_stats", graph())
            .build());
  }

  private static JsonObject memoryStats() {
    return JsonObject.builder()
        .put("total_entities", 0)
        .put("total_memories", 0)
        .put("memory_distribution", JsonObject.EMPTY)
        .put("oldest_memory_turn", JsonNull.NULL)
        .put("newest_memory_turn", JsonNull.NULL)
        .put("average_importance", JsonNull.NULL)
        .build();
  }

  private static JsonObject searchStats(Session session) {
    return JsonObject.builder()
        .put("available", false)
        .put("total_memories", 0)
        .put("embedding_model", JsonNull.NULL)
        .put("embedding_provider", JsonNull.NULL)
        .put("persist_directory", JsonNull.NULL)
        .put("collection_name", JsonNull.NULL)
        .put("session_id", session.id().value())
        .build();
  }

  private Reply caches(Call call) {
    JsonObject responses =
        JsonObject.builder()
            .put("size", 0)
            .put("max_size", 0)
            .put("hits", 0)
            .put("misses", 0)
            .put("hit_rate", 0)
            .put("total_requests", 0)
            .build();
    JsonObject memories =
        JsonObject.builder()
            .put("entity_summaries", 0)
            .put("relationship_data", 0)
            .put("emotional_states", 0)
            .build();
    Json stats =
        JsonObject.builder().put("response_cache", responses).put("memory_cache", memories).build();
    return Reply.ok(
        JsonObject.builder()
            .put("cache_stats", stats)
            .put("timestamp", clock.instant().toString())
            .build());
  }
}
