package quietstories.story;

import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/**
 * A call of a tool in a turn, and what came of it.
 *
 * @param name the tool's own name, or the name that was asked for if there is no such tool
 * @param access what the tool may do; {@link ToolAccess#READ} if there is no such tool
 * @param arguments as the narrator gave them; a text if they could not be read
 * @param result what the narrator was told
 * @param durationMs how long it ran, in milliseconds
 * @param round the answer in which it was asked for, counted from 1
 */
public record ToolUse(
    String name,
    ToolAccess access,
    Json arguments,
    String result,
    double durationMs,
    ToolFate fate,
    int round) {

  /** Returns the form that a stored turn shows. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("name", name)
        .put("access", access.wireName())
        .put("arguments", arguments)
        .put("result", result)
        .put("duration_ms", durationMs)
        .put("outcome", fate.wireName())
        .put("round", round)
        .build();
  }

  /** Reads the form that {@link #toJson} writes. */
  public static ToolUse from(JsonObject json) {
    return new ToolUse(
        Required.text(json, "name"),
        ToolAccess.named(Required.text(json, "access")),
        json.member("arguments").orElse(JsonNull.NULL),
        Required.text(json, "result"),
        Required.number(json, "duration_ms"),
        ToolFate.named(Required.text(json, "outcome")),
        (int) json.integer("round").orElse(1));
  }
}
