package quietstories.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/**
 * Reads the fields of an input and collects every fault on the way. A field that is wrong reads as
 * its fallback; nothing may be done with the values before {@link #check} has passed.
 */
final class Fields {

  private final JsonObject object;
  private final List<Json> place;
  private final List<Json> faults;

  private Fields(JsonObject object, List<Json> place, List<Json> faults) {
    this.object = object;
    this.place = List.copyOf(place);
    this.faults = faults;
  }

  /** Begins to read an object that stands at {@code root} of the request, such as {@code body}. */
  static Fields of(String root, JsonObject object) {
    return new Fields(object, List.of(Json.of(root)), new ArrayList<>());
  }

  /**
   * Ends the reading.
   *
   * @throws HttpFailure 422 with all faults, if there are any
   */
  void check() {
    if (!faults.isEmpty()) {
      throw InputFaults.of(faults).failure().exception();
    }
  }

  /** Returns the whole object, for those who read it themselves. */
  JsonObject whole() {
    return object;
  }

  /** Returns the first fault so far in one line, with the name of its field. */
  Optional<String> firstFault() {
    return faults.stream()
        .findFirst()
        .filter(JsonObject.class::isInstance)
        .map(fault -> (JsonObject) fault)
        .map(
            fault ->
                fault.array("loc").flatMap(loc -> loc.texts().reduce((_, last) -> last)).orElse("")
                    + ": "
                    + fault.text("msg").orElse(""));
  }

  /** Returns a number in a range that may be missing or null. */
  Optional<Double> optionalNumber(String name, double min, double max) {
    Optional<Double> number = optional(name, Lenient::number);
    if (number.filter(found -> found >= min && found <= max).isEmpty() && number.isPresent()) {
      refuse(name, "value_error", "Input should be from " + min + " to " + max, JsonObject.EMPTY);
    }
    return number;
  }

  /** Returns a text that must be there and have {@code min} to {@code max} code points. */
  String text(String name, int min, int max) {
    return required(name, Lenient::text).filter(text -> fits(name, text, min, max)).orElse("");
  }

  private boolean fits(String name, String text, int min, int max) {
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      JsonObject context = JsonObject.of("min_length", Json.of(min));
      String unit = min == 1 ? " character" : " characters";
      refuse(name, "string_too_short", "String should have at least " + min + unit, context);
    } else if (length > max) {
      JsonObject context = JsonObject.of("max_length", Json.of(max));
      refuse(name, "string_too_long", "String should have at most " + max + " characters", context);
    }
    return length >= min && length <= max;
  }

  /** Returns a text that may be missing or null. */
  Optional<String> optionalText(String name) {
    return optional(name, Lenient::text);
  }

  /** Returns an object that must be there. */
  JsonObject object(String name) {
    return required(name, Lenient::object).orElse(JsonObject.EMPTY);
  }

  /** Returns an object that may be missing, but not null. */
  JsonObject object(String name, JsonObject fallback) {
    return present(name).flatMap(value -> taken(name, value, Lenient::object)).orElse(fallback);
  }

  /** Returns an object that may be missing or null. */
  Optional<JsonObject> optionalObject(String name) {
    return optional(name, Lenient::object);
  }

  /** Returns a list that may be missing or null. */
  Optional<JsonArray> optionalArray(String name) {
    return optional(name, Lenient::array);
  }

  /** Returns any value that must be there. */
  Json any(String name) {
    return required(name, Lenient.Taken.Good<Json>::new).orElse(JsonNull.NULL);
  }

  /** Returns any value that may be missing. */
  Json any(String name, Json fallback) {
    return present(name).orElse(fallback);
  }

  /** Returns a truth value that may be missing, but not null. */
  boolean flag(String name, boolean fallback) {
    return present(name).flatMap(value -> taken(name, value, Lenient::flag)).orElse(fallback);
  }

  /** Returns a truth value that may be missing or null. */
  Optional<Boolean> optionalFlag(String name) {
    return optional(name, Lenient::flag);
  }

  /** Returns a whole number in a range that may be missing, but not null. */
  long integer(String name, long fallback, long min, long max) {
    return present(name)
        .flatMap(value -> taken(name, value, Lenient::integer))
        .filter(number -> within(name, number, min, max))
        .orElse(fallback);
  }

  /** Returns a whole number in a range that may be missing or null. */
  OptionalLong optionalInteger(String name, long min, long max) {
    Optional<Long> number =
        optional(name, Lenient::integer).filter(found -> within(name, found, min, max));
    return number.isPresent() ? OptionalLong.of(number.get()) : OptionalLong.empty();
  }

  private boolean within(String name, long number, long min, long max) {
    if (number < min) {
      JsonObject context = JsonObject.of("ge", Json.of(min));
      refuse(
          name, "greater_than_equal", "Input should be greater than or equal to " + min, context);
    } else if (number > max) {
      JsonObject context = JsonObject.of("le", Json.of(max));
      refuse(name, "less_than_equal", "Input should be less than or equal to " + max, context);
    }
    return number >= min && number <= max;
  }

  /** Returns a reader of the object at {@code name}, whose faults are this reader's too. */
  Fields child(String name) {
    List<Json> deeper = new ArrayList<>(place);
    deeper.add(Json.of(name));
    return new Fields(optionalObject(name).orElse(JsonObject.EMPTY), deeper, faults);
  }

  /** Records a fault of the value at {@code name}. */
  void refuse(String name, String type, String message, JsonObject context) {
    Json input = object.member(name).orElse(JsonNull.NULL);
    faults.add(InputFaults.fault(type, at(Json.of(name)), message, input, context));
  }

  /** Records a fault of an element of the list at {@code name}. */
  void refuse(String name, int index, String message, Json input) {
    JsonArray at = at(Json.of(name)).append(Json.of(index));
    faults.add(InputFaults.fault("value_error", at, message, input, JsonObject.EMPTY));
  }

  private JsonArray at(Json step) {
    return new JsonArray(place).append(step);
  }

  private <T> Optional<T> required(String name, Function<Json, Lenient.Taken<T>> take) {
    Optional<Json> value = present(name);
    if (value.isEmpty()) {
      faults.add(
          InputFaults.fault(
              "missing", at(Json.of(name)), "Field required", object, JsonObject.EMPTY));
      return Optional.empty();
    }
    return taken(name, value.get(), take);
  }

  private <T> Optional<T> optional(String name, Function<Json, Lenient.Taken<T>> take) {
    return present(name)
        .filter(value -> value != JsonNull.NULL)
        .flatMap(value -> taken(name, value, take));
  }

  private Optional<Json> present(String name) {
    return object.member(name);
  }

  private <T> Optional<T> taken(String name, Json value, Function<Json, Lenient.Taken<T>> take) {
    return switch (take.apply(value)) {
      case Lenient.Taken.Good<T>(T good) -> Optional.of(good);
      case Lenient.Taken.Bad<T>(String type, String message) -> {
        refuse(name, type, message, JsonObject.EMPTY);
        yield Optional.empty();
      }
    };
  }
}
