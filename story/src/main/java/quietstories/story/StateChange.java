package quietstories.story;

import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/**
 * One change to the state: an effect of a rule, or what a narrator proposes.
 *
 * @param op what is done
 * @param path the place as written, with dots; {@code state.x} and {@code x} are the same place
 * @param value the operand, JSON null where the operation needs none
 */
public record StateChange(Operation op, String path, Json value) {

  /** Returns the place, which still has its {@code state.} prefix if it was written with one. */
  public JsonPath place() {
    return JsonPath.parse(path);
  }

  /** Returns the form {@code {"op","path","value"}}. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("op", op.wireName())
        .put("path", path)
        .put("value", value)
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes; {@code operation} is accepted for {@code op}.
   *
   * @throws InvalidStory if the operation is unknown or a key is missing
   */
  public static StateChange from(JsonObject json) {
    String name =
        json.text("op")
            .or(() -> json.text("operation"))
            .orElseThrow(() -> new InvalidStory("op", "must be one of " + Operation.allowed()));
    Operation op =
        Operation.named(name)
            .orElseThrow(
                () ->
                    new InvalidStory(
                        "op", "'" + name + "' is no operation; use one of " + Operation.allowed()));
    String path = json.text("path").orElseThrow(() -> new InvalidStory("path", "must be a string"));
    return new StateChange(op, path, json.member("value").orElse(JsonNull.NULL));
  }
}
