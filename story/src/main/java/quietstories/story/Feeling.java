package quietstories.story;

import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * Something that somebody felt in a turn.
 *
 * @param intensity from -1 to 1
 * @param cause why, in words
 * @param target about whom
 */
public record Feeling(
    EntityId entity,
    Emotion emotion,
    double intensity,
    Optional<String> cause,
    Optional<EntityId> target,
    int turn) {

  public Feeling {
    if (!(intensity >= -1 && intensity <= 1)) {
      throw new InvalidStory("intensity", "must be from -1 to 1, not " + intensity);
    }
  }

  /** Returns it as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("entity_id", entity.value())
        .put("emotion", emotion.wireName())
        .put("intensity", intensity)
        .putText("cause", cause)
        .putText("target_entity", target.map(EntityId::value))
        .put("turn", turn)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static Feeling from(JsonObject json) {
    return new Feeling(
        new EntityId(Required.text(json, "entity_id")),
        Required.named(json, "emotion", Emotion::named, "an emotion of the eight"),
        Required.number(json, "intensity"),
        Required.textOrNull(json, "cause"),
        Required.textOrNull(json, "target_entity").map(EntityId::new),
        Required.count(json, "turn"));
  }
}
