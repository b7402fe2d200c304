package quietstories.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/**
 * Makes the plainest value that a JSON schema allows: every property, lists without elements unless
 * the schema asks for some, the first of several choices, and prose where a text is asked for.
 */
final class SchemaFiller {

  private static final int FEW_WORDS = 5;

  private final int words;
  private final long seed;

  /**
   * Creates a filler.
   *
   * @param words how long the text named {@code narrative} becomes
   */
  SchemaFiller(int words, long seed) {
    this.words = words;
    this.seed = seed;
  }

  /** Returns a value for {@code schema}; {@code name} is that of its property. */
  Json fill(String name, JsonObject schema) {
    Optional<JsonArray> choices = schema.array("enum");
    if (choices.isPresent()) {
      return choices.get().elements().getFirst();
    }
    Optional<JsonArray> either = schema.array("anyOf").or(() -> schema.array("oneOf"));
    if (either.isPresent()) {
      return either
          .get()
          .objects()
          .findFirst()
          .map(first -> fill(name, first))
          .orElse(JsonNull.NULL);
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "number", "integer" -> number(schema);
      case "boolean" -> JsonBoolean.FALSE;
      case "null" -> JsonNull.NULL;
      default -> text(name, schema);
    };
  }

  /** Returns the type, or the first of several. */
  private static String type(JsonObject schema) {
    return schema
        .text("type")
        .or(() -> schema.array("type").map(types -> types.elements().getFirst().toString()))
        .orElse("string")
        .replace("\"", "");
  }

  private JsonObject object(JsonObject schema) {
    Map<String, Json> members = new LinkedHashMap<>();
    schema
        .object("properties")
        .orElse(JsonObject.EMPTY)
        .members()
        .forEach(
            (name, part) ->
                members.put(name, fill(name, part instanceof JsonObject o ? o : JsonObject.EMPTY)));
    return new JsonObject(members);
  }

  private JsonArray array(String name, JsonObject schema) {
    JsonObject items = schema.object("items").orElse(JsonObject.EMPTY);
    int least = schema.number("minItems").map(JsonNumber::value).map(Double::intValue).orElse(0);
    List<Json> elements = new ArrayList<>();
    for (int i = 0; i < least; i++) {
      elements.add(fill(name, items));
    }
    return new JsonArray(elements);
  }

  private static JsonNumber number(JsonObject schema) {
    return schema.number("minimum").orElse((JsonNumber) Json.of(1));
  }

  private Json text(String name, JsonObject schema) {
    String text = Prose.words(name.equals("narrative") ? words : FEW_WORDS, seed + name.hashCode());
    int most =
        schema
            .number("maxLength")
            .map(JsonNumber::value)
            .map(Double::intValue)
            .orElse(Integer.MAX_VALUE);
    return Json.of(text.length() <= most ? text : text.substring(0, most));
  }
}
