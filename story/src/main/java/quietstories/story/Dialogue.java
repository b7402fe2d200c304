package quietstories.story;

import quietstories.json.JsonObject;

/** Words that somebody in the story says aloud. */
public record Dialogue(String entityId, String utterance) {

  /** Returns the form {@code {"entity_id","utterance"}}. */
  public JsonObject toJson() {
    return JsonObject.builder().put("entity_id", entityId).put("utterance", utterance).build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if a key is missing or no string
   */
  public static Dialogue from(JsonObject json) {
    return new Dialogue(Required.text(json, "entity_id"), Required.text(json, "utterance"));
  }
}
