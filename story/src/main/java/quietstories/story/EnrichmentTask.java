package quietstories.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * Something remembered whose meaning for relationships shall be worked out later. A task of the
 * same id is a later state of it.
 *
 * @param content what was remembered
 * @param entity who remembers it
 * @param related whom else it is about
 * @param result what came of it, or why nothing did
 * @param attempts how often it was tried
 */
public record EnrichmentTask(
    TaskId id,
    String content,
    EntityId entity,
    List<EntityId> related,
    TaskStatus status,
    Instant createdAt,
    Optional<JsonObject> result,
    int attempts) {

  public EnrichmentTask {
    related = List.copyOf(related);
    if (attempts < 0) {
      throw new InvalidStory("attempts", "must be 0 or above, not " + attempts);
    }
  }

  /** Returns it as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("id", id.value())
        .put("content", content)
        .put("entity_id", entity.value())
        .put("related_entities", JsonArray.ofTexts(related.stream().map(EntityId::value).toList()))
        .put("status", status.wireName())
        .put("created_at", createdAt.toString())
        .putOrNull("result", result)
        .put("attempts", attempts)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static EnrichmentTask from(JsonObject json) {
    return new EnrichmentTask(
        new TaskId(Required.text(json, "id")),
        Required.text(json, "content"),
        new EntityId(Required.text(json, "entity_id")),
        Required.ids(json, "related_entities", EntityId::new),
        Required.named(json, "status", TaskStatus::named, "queued, processing, completed, failed"),
        Required.time(json, "created_at"),
        Required.objectOrNull(json, "result"),
        Required.count(json, "attempts"));
  }
}
