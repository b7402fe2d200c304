package quietstories.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/** The kinds of value that a parameter may ask for. */
enum ParameterType {
  STRING("a text"),
  NUMBER("a number"),
  INTEGER("a whole number"),
  BOOLEAN("true or false"),
  OBJECT("an object"),
  ARRAY("a list"),
  ENTITY("the id of an entity");

  private final String words;

  ParameterType(String words) {
    this.words = words;
  }

  /** Returns the type of that name, or empty if there is none. */
  static Optional<ParameterType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Returns the type in words, with an article. */
  String words() {
    return words;
  }

  /**
   * Returns {@code value} as this type, or empty if it cannot be that. Text that spells a number or
   * a boolean is taken as one, and a number or boolean as its text.
   */
  Optional<Json> coerced(Json value) {
    return switch (this) {
      case STRING -> text(value);
      case ENTITY -> text(value).filter(text -> !text.equals(Json.of("")));
      case NUMBER -> number(value).map(Json.class::cast);
      case INTEGER -> number(value).filter(n -> n.integer().isPresent()).map(Json.class::cast);
      case BOOLEAN -> flag(value);
      case OBJECT -> Optional.of(value).filter(JsonObject.class::isInstance);
      case ARRAY -> Optional.of(value).filter(JsonArray.class::isInstance);
    };
  }

  private static Optional<Json> text(Json value) {
    return switch (value) {
      case JsonString _ -> Optional.of(value);
      case JsonNumber _, JsonBoolean _ -> Optional.of(Json.of(value.write()));
      case JsonObject _, JsonArray _, JsonNull _ -> Optional.empty();
    };
  }

  private static Optional<JsonNumber> number(Json value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number);
    }
    return value
        .asText()
        .filter(text -> !text.isBlank() && text.length() <= 40)
        .flatMap(text -> JsonNumber.finite(Numerals.number(text)));
  }

  private static Optional<Json> flag(Json value) {
    if (value instanceof JsonBoolean) {
      return Optional.of(value);
    }
    return value
        .asText()
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(text -> Json.of(text.equals("true")));
  }
}
