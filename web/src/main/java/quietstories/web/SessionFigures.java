package quietstories.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quietstories.engine.Memories;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.memory.GraphSummary;
import quietstories.memory.Mind;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.Session;

/** How much a session remembers, in figures. */
final class SessionFigures {

  private static final int LARGEST = 10;

  private final Memories memories;

  SessionFigures(Memories memories) {
    this.memories = memories;
  }

  /** Returns the answer of a session's {@code /performance}. */
  JsonObject of(Session session) {
    Mind mind = memories.mind(session);
    return JsonObject.builder()
        .put("session_id", session.id().value())
        .put("turn_count", session.turn())
        .put("created_at", session.createdAt().toString())
        .put("memory_stats", memoryStats(mind.memories().toList()))
        .put("semantic_search_stats", searchStats(session, mind))
        .put(
            "relationship_graph_stats",
            RelationshipRoutes.json(GraphSummary.of(mind.relationships())))
        .build();
  }

  private static JsonObject memoryStats(List<Memory> all) {
    Map<EntityId, Long> owners =
        all.stream().collect(Collectors.groupingBy(Memory::owner, Collectors.counting()));
    Map<String, Long> scopes =
        new TreeMap<>(
            all.stream()
                .collect(Collectors.groupingBy(m -> m.scope().wireName(), Collectors.counting())));
    JsonObject.Builder distribution = JsonObject.builder();
    scopes.forEach(distribution::put);
    JsonObject.Builder stats =
        JsonObject.builder()
            .put("total_entities", owners.size())
            .put("total_memories", all.size())
            .put("memory_distribution", distribution.build());
    if (all.isEmpty()) {
      return stats
          .put("oldest_memory_turn", JsonNull.NULL)
          .put("newest_memory_turn", JsonNull.NULL)
          .put("average_importance", JsonNull.NULL)
          .build();
    }
    return stats
        .put("oldest_memory_turn", all.stream().mapToInt(Memory::turn).min().orElse(0))
        .put("newest_memory_turn", all.stream().mapToInt(Memory::turn).max().orElse(0))
        .put("average_importance", all.stream().mapToInt(Memory::importance).average().orElse(0))
        .put("largest_entities", largest(owners))
        .build();
  }

  private static JsonArray largest(Map<EntityId, Long> owners) {
    return new JsonArray(
        owners.entrySet().stream()
            .sorted(
                Map.Entry.<EntityId, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().value()))
            .limit(LARGEST)
            .map(SessionFigures::owner)
            .toList());
  }

  private static Json owner(Map.Entry<EntityId, Long> entry) {
    return JsonObject.builder()
        .put("entity_id", entry.getKey().value())
        .put("memory_count", entry.getValue())
        .build();
  }

  private JsonObject searchStats(Session session, Mind mind) {
    return JsonObject.builder()
        .put("available", memories.embeddingModel().isPresent())
        .put("total_memories", mind.size())
        .putText("embedding_model", memories.embeddingModel())
        .putText("embedding_provider", memories.embeddingProvider())
        .put("persist_directory", JsonNull.NULL)
        .put("collection_name", "session_" + session.id().value())
        .put("session_id", session.id().value())
        .build();
  }
}
