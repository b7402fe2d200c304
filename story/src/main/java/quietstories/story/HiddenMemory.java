package quietstories.story;

import quietstories.json.JsonObject;

/** Something that an entity shall remember, as a narrator proposes it. */
public record HiddenMemory(String scope, String targetId, String content, String visibility) {

  /** Returns the form {@code {"scope","target_id","content","visibility"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("scope", scope)
        .put("target_id", targetId)
        .put("content", content)
        .put("visibility", visibility)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if a key is missing or no string
   */
  public static HiddenMemory from(JsonObject json) {
    return new HiddenMemory(
        Required.text(json, "scope"),
        Required.text(json, "target_id"),
        Required.text(json, "content"),
        Required.text(json, "visibility"));
  }
}
