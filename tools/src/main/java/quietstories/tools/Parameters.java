package quietstories.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/** Writes the JSON schema of a tool's arguments. */
final class Parameters {

  private final Map<String, Json> properties = new LinkedHashMap<>();
  private JsonArray required = JsonArray.EMPTY;

  private Parameters() {}

  static Parameters begin() {
    return new Parameters();
  }

  Parameters needs(String name, String type, String description) {
    required = required.append(Json.of(name));
    return takes(name, type, description);
  }

  Parameters needs(String name, JsonObject schema) {
    required = required.append(Json.of(name));
    properties.put(name, schema);
    return this;
  }

  Parameters takes(String name, String type, String description) {
    properties.put(
        name, JsonObject.builder().put("type", type).put("description", description).build());
    return this;
  }

  /** Adds an optional text that must be one of those. */
  Parameters takes(String name, List<String> oneOf, String description) {
    properties.put(
        name,
        JsonObject.builder()
            .put("type", "string")
            .put("enum", JsonArray.ofTexts(oneOf))
            .put("description", description)
            .build());
    return this;
  }

  /** Adds an optional number of those bounds; what lies beyond is taken for the bound. */
  Parameters takes(String name, String type, int least, int most, String description) {
    properties.put(
        name,
        JsonObject.builder()
            .put("type", type)
            .put("minimum", least)
            .put("maximum", most)
            .put("description", description)
            .build());
    return this;
  }

  /** Returns a schema that allows no other arguments. */
  JsonObject only() {
    return schema(false);
  }

  /** Returns a schema that allows any other argument. */
  JsonObject andMore() {
    return schema(true);
  }

  private JsonObject schema(boolean more) {
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", new JsonObject(properties))
        .put("required", required)
        .put("additionalProperties", more)
        .build();
  }
}
