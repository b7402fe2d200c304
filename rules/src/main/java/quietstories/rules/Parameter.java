package quietstories.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/**
 * One parameter of an action. A scenario writes it as a type's name, as an object with {@code
 * type}, {@code enum}, {@code minimum}, {@code maximum}, {@code required}, or all of them together
 * as a JSON schema of an object. A form that is none of these accepts anything.
 *
 * @param type the type's name; empty accepts any
 * @param allowed the values of an enumeration; empty allows all of the type
 */
record Parameter(
    String type, List<Json> allowed, Optional<Double> min, Optional<Double> max, boolean required) {

  /** Reads the parameters of an action, by name. */
  static Map<String, Parameter> all(JsonObject params) {
    Map<String, Parameter> all = new LinkedHashMap<>();
    Optional<JsonObject> properties = params.object("properties");
    if (params.text("type").filter("object"::equals).isPresent() && properties.isPresent()) {
      List<String> required = params.array("required").orElse(JsonArray.EMPTY).texts().toList();
      properties
          .get()
          .members()
          .forEach((name, form) -> all.put(name, one(form, required.contains(name))));
    } else {
      params.members().forEach((name, form) -> all.put(name, one(form, true)));
    }
    return all;
  }

  private static Parameter one(Json form, boolean required) {
    return switch (form) {
      case JsonString(String type) ->
          new Parameter(type, List.of(), Optional.empty(), Optional.empty(), required);
      case JsonArray(List<Json> allowed) ->
          new Parameter("", allowed, Optional.empty(), Optional.empty(), required);
      case JsonObject object ->
          new Parameter(
              object.text("type").orElse(""),
              object.array("enum").map(JsonArray::elements).orElse(List.of()),
              object.number("minimum").or(() -> object.number("min")).map(JsonNumber::value),
              object.number("maximum").or(() -> object.number("max")).map(JsonNumber::value),
              object.flag("required").orElse(required) && object.member("default").isEmpty());
      default -> new Parameter("", List.of(), Optional.empty(), Optional.empty(), false);
    };
  }

  /** Returns the argument as it is used, drawn to the type where that loses nothing; or empty. */
  Optional<Json> accept(Json argument) {
    return coerced(argument)
        .filter(value -> allowed.isEmpty() || allowed.contains(value))
        .filter(this::isInRange);
  }

  private Optional<Json> coerced(Json value) {
    return switch (type) {
      case "string", "text", "entity" ->
          value instanceof JsonNumber number
              ? Optional.of(Json.of(number.write()))
              : Optional.of(value).filter(JsonString.class::isInstance);
      case "number", "float" -> number(value).map(number -> number);
      case "integer", "int" ->
          number(value).filter(number -> number.integer().isPresent()).map(number -> number);
      case "boolean", "bool" -> flag(value);
      case "object" -> Optional.of(value).filter(JsonObject.class::isInstance);
      case "array", "list" -> Optional.of(value).filter(JsonArray.class::isInstance);
      default -> Optional.of(value);
    };
  }

  private static Optional<JsonNumber> number(Json value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number);
    }
    double parsed = value instanceof JsonString ? Js.number(value) : Double.NaN;
    return JsonNumber.finite(parsed);
  }

  private static Optional<Json> flag(Json value) {
    if (value instanceof JsonBoolean) {
      return Optional.of(value);
    }
    return switch (value.asText().orElse("").toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(JsonBoolean.TRUE);
      case "false", "no", "off" -> Optional.of(JsonBoolean.FALSE);
      default -> Optional.empty();
    };
  }

  private boolean isInRange(Json value) {
    if (!(value instanceof JsonNumber number)) {
      return true;
    }
    return min.filter(least -> number.value() < least).isEmpty()
        && max.filter(most -> number.value() > most).isEmpty();
  }

  /** Returns what would be right, in words. */
  String wanted() {
    List<String> parts = new ArrayList<>();
    parts.add(type.isEmpty() ? "a value" : "a value of type " + type);
    if (!allowed.isEmpty()) {
      parts.add("one of " + new JsonArray(allowed).write());
    }
    min.ifPresent(least -> parts.add("at least " + Json.of(least).write()));
    max.ifPresent(most -> parts.add("at most " + Json.of(most).write()));
    return "must be " + String.join(", ", parts);
  }

  /** Returns some argument that fits, for trials. */
  Json sample(List<String> entities) {
    if (!allowed.isEmpty()) {
      return allowed.getFirst();
    }
    return switch (type) {
      case "number", "float", "integer", "int" -> Json.of(min.orElse(max.orElse(1.0)));
      case "boolean", "bool" -> Json.of(true);
      case "object" -> JsonObject.EMPTY;
      case "array", "list" -> JsonArray.EMPTY;
      default -> Json.of(entities.isEmpty() ? "something" : entities.getLast());
    };
  }
}
