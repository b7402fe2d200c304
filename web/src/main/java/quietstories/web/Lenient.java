package quietstories.web;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/**
 * Takes a value for what it obviously means: a numeric string for a number, {@code "no"} for false.
 * A fraction is no whole number, and a number is no text.
 */
final class Lenient {

  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

  private Lenient() {}

  /** A value as it was understood, or why it was not. */
  sealed interface Taken<T> {

    /** The value. */
    record Good<T>(T value) implements Taken<T> {}

    /** The kind of fault, and what would be right. */
    record Bad<T>(String type, String message) implements Taken<T> {}
  }

  /** Takes a text. */
  static Taken<String> text(Json value) {
    return value instanceof JsonString(String text)
        ? new Taken.Good<>(text)
        : new Taken.Bad<>("string_type", "Input should be a valid string");
  }

  /** Takes an object. */
  static Taken<JsonObject> object(Json value) {
    return value instanceof JsonObject object
        ? new Taken.Good<>(object)
        : new Taken.Bad<>("dict_type", "Input should be a valid dictionary");
  }

  /** Takes a list. */
  static Taken<JsonArray> array(Json value) {
    return value instanceof JsonArray array
        ? new Taken.Good<>(array)
        : new Taken.Bad<>("list_type", "Input should be a valid list");
  }

  /** Takes a truth value. */
  static Taken<Boolean> flag(Json value) {
    Optional<Boolean> flag =
        switch (value) {
          case JsonBoolean bool -> Optional.of(bool.value());
          case JsonNumber number -> word(number.write());
          case JsonString(String text) -> word(text.strip().toLowerCase(Locale.ROOT));
          case JsonObject _, JsonArray _, JsonNull _ -> Optional.empty();
        };
    boolean scalar = value instanceof JsonString || value instanceof JsonNumber;
    return flag.<Taken<Boolean>>map(Taken.Good::new)
        .orElseGet(
            () ->
                new Taken.Bad<>(
                    scalar ? "bool_parsing" : "bool_type", "Input should be a valid boolean"));
  }

  private static Optional<Boolean> word(String word) {
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** Takes a number. */
  static Taken<Double> number(Json value) {
    return switch (value) {
      case JsonNumber number -> new Taken.Good<>(number.value());
      case JsonString(String text) when text.strip().matches("[-+]?\\d{1,18}(\\.\\d{1,18})?") ->
          new Taken.Good<>(Double.parseDouble(text.strip()));
      case JsonString _, JsonBoolean _, JsonObject _, JsonArray _, JsonNull _ ->
          new Taken.Bad<>("float_type", "Input should be a valid number");
    };
  }

  /** Takes a whole number of 64 bits. */
  static Taken<Long> integer(Json value) {
    return switch (value) {
      case JsonNumber number -> whole(number);
      case JsonBoolean bool -> new Taken.Good<>(bool.value() ? 1L : 0L);
      case JsonString(String text) -> spelled(text.strip());
      case JsonObject _, JsonArray _, JsonNull _ ->
          new Taken.Bad<>("int_type", "Input should be a valid integer");
    };
  }

  private static Taken<Long> whole(JsonNumber number) {
    OptionalLong integer = number.integer();
    if (integer.isPresent()) {
      return new Taken.Good<>(integer.getAsLong());
    }
    return number.value() == Math.rint(number.value())
        ? new Taken.Bad<>("int_parsing_size", "Input should be an integer of 64 bits")
        : new Taken.Bad<>(
            "int_from_float",
            "Input should be a valid integer, got a number with a fractional part");
  }

  private static Taken<Long> spelled(String text) {
    String digits = text.replaceFirst("\\.0+$", "").replaceFirst("^\\+", "");
    if (digits.matches("-?\\d{1,18}")) {
      return new Taken.Good<>(Long.parseLong(digits));
    }
    return new Taken.Bad<>(
        "int_parsing", "Input should be a valid integer, unable to parse string as an integer");
  }
}
