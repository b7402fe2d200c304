package quietstories.story;

import java.util.Optional;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/**
 * What somebody begins to feel, as a narrator proposes it.
 *
 * @param intensity from -1 to 1; a proposal beyond that is drawn back to the nearer end
 */
public record EmotionUpdate(
    String entityId,
    String emotion,
    double intensity,
    Optional<String> cause,
    Optional<String> targetEntity) {

  public EmotionUpdate {
    intensity = Math.clamp(intensity, -1.0, 1.0);
  }

  /** Returns the form with the keys of the constructor in snake case. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("entity_id", entityId)
        .put("emotion", emotion)
        .put("intensity", intensity)
        .putText("cause", cause)
        .putText("target_entity", targetEntity)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if a key is missing or of the wrong type
   */
  public static EmotionUpdate from(JsonObject json) {
    double intensity =
        json.number("intensity")
            .map(JsonNumber::value)
            .orElseThrow(() -> new InvalidStory("intensity", "must be a number"));
    return new EmotionUpdate(
        Required.text(json, "entity_id"),
        Required.text(json, "emotion"),
        intensity,
        json.text("cause"),
        json.text("target_entity"));
  }
}
