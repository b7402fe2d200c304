package quietstories.web;

import java.time.InstantSource;
import java.util.List;
import quietstories.engine.CacheUse;
import quietstories.engine.Memories;
import quietstories.engine.Sessions;
import quietstories.json.JsonObject;

/** Shows in figures how much a session remembers, and what is kept ready in memory. */
final class FigureRoutes {

  private final Sessions sessions;
  private final Memories memories;
  private final InstantSource clock;

  /** Creates the routes. */
  FigureRoutes(Sessions sessions, Memories memories, InstantSource clock) {
    this.sessions = sessions;
    this.memories = memories;
    this.clock = clock;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get("/sessions/{session_id}/performance", this::performance),
        Route.get("/sessions/cache/stats", this::caches));
  }

  private Reply performance(Call call) {
    return Reply.ok(new SessionFigures(memories).of(sessions.load(SessionRoutes.id(call))));
  }

  /** No answer of a model is ever given twice; what is kept are the meanings of questions. */
  private Reply caches(Call call) {
    CacheUse questions = memories.questionCache();
    long minds = memories.mindsReady();
    JsonObject responses =
        JsonObject.builder()
            .put("size", questions.size())
            .put("max_size", questions.most())
            .put("hits", questions.hits())
            .put("misses", questions.misses())
            .put("hit_rate", questions.hitRate())
            .put("total_requests", questions.hits() + questions.misses())
            .build();
    JsonObject kept =
        JsonObject.builder()
            .put("entity_summaries", minds)
            .put("relationship_data", minds)
            .put("emotional_states", minds)
            .build();
    return Reply.ok(
        JsonObject.builder()
            .put(
                "cache_stats",
                JsonObject.builder()
                    .put("response_cache", responses)
                    .put("memory_cache", kept)
                    .build())
            .put("timestamp", clock.instant().toString())
            .build());
  }
}
