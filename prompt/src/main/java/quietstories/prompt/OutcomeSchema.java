package quietstories.prompt;

import java.util.Arrays;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.AnswerSchema;
import quietstories.story.Operation;

/**
 * The JSON schema of an outcome, narrative first. Every text and list has a bound: small models
 * that are held to a schema otherwise write until their tokens run out.
 */
final class OutcomeSchema {

  static final AnswerSchema SCHEMA = new AnswerSchema("Outcome", outcome());

  private OutcomeSchema() {}

  private static JsonObject outcome() {
    return object(
        JsonObject.builder()
            .put("narrative", text(1_600))
            .put("state_changes", list(change(), 5))
            .put("visible_dialogue", list(texts("entity_id", 60, "utterance", 200), 3))
            .put("roll_requests", list(roll(), 2))
            .put("suggested_actions", list(text(90), 5))
            .build());
  }

  private static JsonObject change() {
    JsonArray operations =
        JsonArray.ofTexts(Arrays.stream(Operation.values()).map(Operation::wireName).toList());
    JsonArray value = JsonArray.of(text(120), type("number"), type("boolean"), type("null"));
    return object(
        JsonObject.builder()
            .put("op", JsonObject.builder().put("type", "string").put("enum", operations).build())
            .put("path", text(90))
            .put("value", JsonObject.of("anyOf", value))
            .build());
  }

  private static JsonObject roll() {
    return object(
        JsonObject.builder()
            .put("kind", text(40))
            .put("target", text(60))
            .put("difficulty", type("integer"))
            .build());
  }

  private static JsonObject texts(String first, int firstMost, String second, int secondMost) {
    return object(
        JsonObject.builder().put(first, text(firstMost)).put(second, text(secondMost)).build());
  }

  private static JsonObject object(JsonObject properties) {
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", properties)
        .put("required", JsonArray.ofTexts(properties.members().keySet()))
        .put("additionalProperties", false)
        .build();
  }

  private static JsonObject list(Json items, int most) {
    return JsonObject.builder()
        .put("type", "array")
        .put("items", items)
        .put("maxItems", most)
        .build();
  }

  private static JsonObject text(int most) {
    return JsonObject.builder().put("type", "string").put("maxLength", most).build();
  }

  private static JsonObject type(String name) {
    return JsonObject.of("type", Json.of(name));
  }
}
