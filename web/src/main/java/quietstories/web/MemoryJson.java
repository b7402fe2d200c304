package quietstories.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.memory.Mind;
import quietstories.memory.Mood;
import quietstories.memory.Why;
import quietstories.story.Emotion;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.Visibility;

/** Memories and moods as the interface shows them. */
final class MemoryJson {

  private MemoryJson() {}

  /** Returns the two books of a session, {@code private_memory} and {@code public_memory}. */
  static JsonObject books(Mind mind) {
    return JsonObject.builder()
        .put("private_memory", book(mind, Visibility.PRIVATE))
        .put("public_memory", book(mind, Visibility.PUBLIC))
        .build();
  }

  private static JsonObject book(Mind mind, Visibility visibility) {
    Map<EntityId, List<Json>> byOwner = new LinkedHashMap<>();
    mind.memories()
        .filter(memory -> memory.visibility() == visibility)
        .forEach(
            memory ->
                byOwner.computeIfAbsent(memory.owner(), _ -> new ArrayList<>()).add(entry(memory)));
    JsonObject.Builder book = JsonObject.builder();
    byOwner.forEach((owner, entries) -> book.put(owner.value(), new JsonArray(entries)));
    return book.build();
  }

  private static JsonObject entry(Memory memory) {
    return JsonObject.builder()
        .put("content", memory.content())
        .put("scope", memory.scope().wireName())
        .put("turn", memory.turn())
        .put("memory_id", memory.id().value())
        .put("importance", memory.importance())
        .put("importance_estimated", memory.estimated())
        .put("related_entities", ids(memory.related()))
        .put("replaces", memoryIds(memory.replaces()))
        .build();
  }

  /** Returns one result of a search. */
  static JsonObject found(Memory memory, double similarity, Why why) {
    return JsonObject.builder()
        .put("memory_id", memory.id().value())
        .put("entity_id", memory.owner().value())
        .put("content", memory.content())
        .put("scope", memory.scope().wireName())
        .put("visibility", memory.visibility().wireName())
        .put("turn", memory.turn())
        .put("importance", memory.importance())
        .put("related_entities", ids(memory.related()))
        .put("similarity", similarity)
        .put(
            "why",
            JsonObject.builder()
                .put("keyword_rank", rank(why.keywordRank()))
                .put("semantic_rank", rank(why.semanticRank()))
                .put("recency", why.recency())
                .build())
        .build();
  }

  private static Json rank(OptionalInt rank) {
    return rank.isPresent() ? Json.of(rank.getAsInt()) : JsonNull.NULL;
  }

  /** Returns what somebody feels now. */
  static JsonObject mood(Mood mood) {
    JsonObject.Builder distribution = JsonObject.builder();
    for (Emotion emotion : Emotion.values()) {
      Mood.Share share = mood.distribution().get(emotion);
      if (share != null) {
        distribution.put(
            emotion.wireName(),
            JsonObject.builder()
                .put("count", share.count())
                .put("total_intensity", share.totalIntensity())
                .build());
      }
    }
    return JsonObject.builder()
        .put("dominant_emotion", mood.dominant())
        .put("intensity", mood.intensity())
        .put(
            "recent_emotions",
            new JsonArray(mood.recent().stream().<Json>map(MemoryJson::feeling).toList()))
        .put("emotion_distribution", distribution.build())
        .build();
  }

  private static JsonObject feeling(Feeling feeling) {
    return JsonObject.builder()
        .put("emotion", feeling.emotion().wireName())
        .put("intensity", feeling.intensity())
        .putText("cause", feeling.cause())
        .putText("target_entity", feeling.target().map(EntityId::value))
        .put("turn", feeling.turn())
        .build();
  }

  /** Returns ids as a list of texts. */
  static JsonArray ids(List<EntityId> ids) {
    return JsonArray.ofTexts(ids.stream().map(EntityId::value).toList());
  }

  /** Returns memories' ids as a list of texts. */
  static JsonArray memoryIds(List<MemoryId> ids) {
    return JsonArray.ofTexts(ids.stream().map(MemoryId::value).toList());
  }
}
