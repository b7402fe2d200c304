package quietstories.json;

import java.util.Optional;

/** A JSON value. Values are immutable and compare by content; object members keep their order. */
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** Returns the string value {@code text}. */
  static Json of(String text) {
    return new JsonString(text);
  }

  /** Returns the integer value {@code number}. */
  static Json of(long number) {
    return JsonNumber.of(number);
  }

  /**
   * Returns the number value {@code number}.
   *
   * @throws IllegalArgumentException for NaN and infinities, which JSON cannot write
   */
  static Json of(double number) {
    return JsonNumber.of(number);
  }

  /** Returns the boolean value {@code flag}. */
  static Json of(boolean flag) {
    return flag ? JsonBoolean.TRUE : JsonBoolean.FALSE;
  }

  /** Returns the value at {@code path}, or empty if nothing stands there. */
  default Optional<Json> at(JsonPath path) {
    Json here = this;
    for (String segment : path.segments()) {
      Optional<Json> child = here.child(segment);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      here = child.get();
    }
    return Optional.of(here);
  }

  /** Returns the member or list element that {@code segment} names, or empty if there is none. */
  default Optional<Json> child(String segment) {
    return switch (this) {
      case JsonObject object -> object.member(segment);
      case JsonArray array -> array.element(segment);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> Optional.empty();
    };
  }

  /** Returns this value as text if it is a string. */
  default Optional<String> asText() {
    return this instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
  }

  /** Returns the kind of this value in the words of the JSON grammar, such as {@code object}. */
  default String kind() {
    return switch (this) {
      case JsonObject _ -> "object";
      case JsonArray _ -> "array";
      case JsonString _ -> "string";
      case JsonNumber _ -> "number";
      case JsonBoolean _ -> "boolean";
      case JsonNull _ -> "null";
    };
  }

  /** Returns this value as compact JSON text. */
  default String write() {
    return JsonWriter.compact(this);
  }
}
