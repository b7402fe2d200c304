package quietstories.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonLimits;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.json.JsonString;

/**
 * The arguments of a call.
 *
 * @param given as the model gave them; a text if they are no JSON object
 * @param values the arguments, empty if they could not be read
 * @param problems what is wrong with them, in words for the model
 */
record Arguments(Json given, JsonObject values, List<String> problems) {

  Arguments {
    problems = List.copyOf(problems);
  }

  /**
   * Reads what a model wrote. No text is no arguments; a text that holds the object once more as a
   * JSON string is taken for it, since some servers send it so.
   *
   * @param schema an object schema; of it {@code properties}, {@code required}, {@code type},
   *     {@code enum} and {@code additionalProperties} are looked at
   */
  static Arguments read(String text, JsonObject schema) {
    if (text.isBlank()) {
      return checked(JsonObject.EMPTY, schema);
    }
    try {
      Json read = JsonReader.read(text, JsonLimits.LENIENT);
      Json inner =
          read instanceof JsonString(String value) && value.strip().startsWith("{")
              ? JsonReader.read(value, JsonLimits.LENIENT)
              : read;
      return inner instanceof JsonObject object
          ? checked(object, schema)
          : new Arguments(inner, JsonObject.EMPTY, List.of("the arguments must be a JSON object"));
    } catch (JsonReadException broken) {
      return new Arguments(
          Json.of(text), JsonObject.EMPTY, List.of("the arguments are no readable JSON object"));
    }
  }

  private static Arguments checked(JsonObject written, JsonObject schema) {
    JsonObject properties = schema.object("properties").orElse(JsonObject.EMPTY);
    JsonObject given = spelled(written, properties);
    List<String> required = schema.array("required").orElse(JsonArray.EMPTY).texts().toList();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, Json> member : given.members().entrySet()) {
      String name = member.getKey();
      if (properties.object(name).isPresent()) {
        value(name, member.getValue(), properties.object(name).get(), required.contains(name))
            .forEach(problems::add);
      } else if (!schema.flag("additionalProperties").orElse(true)) {
        problems.add(
            "there is no argument '"
                + name
                + "'"
                + NearMiss.hint(name, properties.members().keySet()));
      }
    }
    required.stream()
        .filter(name -> given.member(name).isEmpty())
        .forEach(name -> problems.add("the argument '" + name + "' is missing"));
    return new Arguments(written, given, problems);
  }

  /** Returns the arguments with those that must be one of a few words in the schema's spelling. */
  private static JsonObject spelled(JsonObject written, JsonObject properties) {
    JsonObject spelled = written;
    for (Map.Entry<String, Json> member : written.members().entrySet()) {
      Optional<String> meant =
          properties.object(member.getKey()).flatMap(schema -> meant(member.getValue(), schema));
      if (meant.isPresent()) {
        spelled = spelled.with(member.getKey(), Json.of(meant.get()));
      }
    }
    return spelled;
  }

  private static Optional<String> meant(Json value, JsonObject schema) {
    return value instanceof JsonString(String text)
        ? schema
            .array("enum")
            .orElse(JsonArray.EMPTY)
            .texts()
            .filter(text.strip()::equalsIgnoreCase)
            .findFirst()
        : Optional.empty();
  }

  private static Stream<String> value(
      String name, Json value, JsonObject schema, boolean required) {
    if (value == JsonNull.NULL && !required) {
      return Stream.empty();
    }
    String type = schema.text("type").orElse("");
    if (!fits(value, type)) {
      return Stream.of("the argument '" + name + "' must be of type " + type);
    }
    List<String> allowed = schema.array("enum").orElse(JsonArray.EMPTY).texts().toList();
    return value instanceof JsonString(String text)
            && !(text.isBlank() && !required)
            && !allowed.isEmpty()
            && !allowed.contains(text)
        ? Stream.of(
            "the argument '"
                + name
                + "' must be one of "
                + String.join(", ", allowed)
                + NearMiss.hint(text, allowed))
        : Stream.empty();
  }

  private static boolean fits(Json value, String type) {
    return switch (type) {
      case "string" -> value instanceof JsonString;
      case "number" -> value instanceof JsonNumber;
      case "integer" -> value instanceof JsonNumber n && n.value() == Math.rint(n.value());
      case "boolean" -> value instanceof JsonBoolean;
      case "array" -> value instanceof JsonArray;
      case "object" -> value instanceof JsonObject;
      default -> true;
    };
  }
}
