package quietstories.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/**
 * What an argument must be.
 *
 * @param type the kind of value; empty accepts anything
 * @param choices the only values that are allowed, if any are listed
 * @param min the smallest number
 * @param max the largest number
 * @param required whether it must be given
 * @param fallback what it is when it is not given
 */
record ParameterForm(
    Optional<ParameterType> type,
    List<Json> choices,
    Optional<JsonNumber> min,
    Optional<JsonNumber> max,
    boolean required,
    Optional<Json> fallback) {

  ParameterForm {
    choices = List.copyOf(choices);
  }

  /**
   * Returns the parameters that an action declares: name → type name, name → details, or a JSON
   * Schema of an object. A form that is none of these accepts anything and may be left out.
   */
  static Map<String, ParameterForm> all(JsonObject params) {
    Map<String, ParameterForm> forms = new LinkedHashMap<>();
    if (isSchema(params)) {
      List<String> needed = params.array("required").orElse(JsonArray.EMPTY).texts().toList();
      params
          .object("properties")
          .orElse(JsonObject.EMPTY)
          .members()
          .forEach((name, json) -> forms.put(name, read(json, needed.contains(name))));
    } else {
      params
          .members()
          .forEach((name, json) -> forms.put(name, read(json, isNeededByDefault(json))));
    }
    return forms;
  }

  /** Returns whether arguments that {@code params} do not name are tolerated. */
  static boolean isOpen(JsonObject params) {
    return isSchema(params) && params.flag("additionalProperties").orElse(true);
  }

  private static boolean isSchema(JsonObject params) {
    return params.text("type").filter("object"::equals).isPresent()
        && params.object("properties").isPresent();
  }

  private static boolean isNeededByDefault(Json json) {
    return switch (json) {
      case JsonString(String name) -> ParameterType.named(name).isPresent();
      case JsonObject details -> details.flag("required").orElse(!details.members().isEmpty());
      default -> false;
    };
  }

  private static ParameterForm read(Json json, boolean required) {
    return switch (json) {
      case JsonString(String name) ->
          new ParameterForm(
              ParameterType.named(name),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              required,
              Optional.empty());
      case JsonObject details ->
          new ParameterForm(
              details.text("type").flatMap(ParameterType::named),
              details.array("enum").orElse(JsonArray.EMPTY).elements(),
              details.number("minimum"),
              details.number("maximum"),
              required,
              details.member("default").filter(value -> value != JsonNull.NULL));
      default ->
          new ParameterForm(
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              false,
              Optional.empty());
    };
  }

  /** Returns whether leaving it out is a fault. */
  boolean isNeeded() {
    return required && fallback.isEmpty();
  }

  /** Returns {@code value} as this form wants it, or empty if it cannot be that. */
  Optional<Json> coerced(Json value) {
    Optional<Json> typed = type.isEmpty() ? Optional.of(value) : type.get().coerced(value);
    return typed.filter(this::inRange).flatMap(this::chosen);
  }

  private boolean inRange(Json value) {
    return !(value instanceof JsonNumber number)
        || (min.map(least -> number.value() >= least.value()).orElse(true)
            && max.map(most -> number.value() <= most.value()).orElse(true));
  }

  private Optional<Json> chosen(Json value) {
    if (choices.isEmpty() || choices.contains(value)) {
      return Optional.of(value);
    }
    return choices.stream()
        .filter(
            choice ->
                choice instanceof JsonString(String a)
                    && value instanceof JsonString(String b)
                    && a.equalsIgnoreCase(b.strip()))
        .findFirst();
  }

  /** Returns what would be right: {@code must be a whole number from 1 to 5}. */
  String expectation() {
    if (!choices.isEmpty()) {
      return "must be one of " + String.join(", ", choices.stream().map(Json::write).toList());
    }
    return "must be "
        + type.map(ParameterType::words).orElse("a value")
        + min.map(least -> max.isPresent() ? " from " + least : " of at least " + least).orElse("")
        + max.map(most -> min.isPresent() ? " to " + most : " of at most " + most).orElse("");
  }
}
