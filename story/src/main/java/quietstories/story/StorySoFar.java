package quietstories.story;

import quietstories.json.JsonObject;

/**
 * The story so far in few words.
 *
 * @param through the last turn that it tells of, 1 or above
 */
public record StorySoFar(int through, String text) {

  public StorySoFar {
    if (through < 1) {
      throw new InvalidStory("through", "turns count from 1, not " + through);
    }
  }

  /** Returns the form {@code {"through","text"}}. */
  public JsonObject toJson() {
    return JsonObject.builder().put("through", through).put("text", text).build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static StorySoFar from(JsonObject json) {
    return new StorySoFar(Required.count(json, "through"), Required.text(json, "text"));
  }
}
