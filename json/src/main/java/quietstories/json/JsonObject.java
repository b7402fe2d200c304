package quietstories.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A JSON object whose members keep the order in which they were written. */
public record JsonObject(Map<String, Json> members) implements Json {

  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** Returns a builder of an object, which begins empty. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the object whose only member is {@code name}. */
  public static JsonObject of(String name, Json value) {
    return new JsonObject(Map.of(name, value));
  }

  /** Returns the value of the member {@code name}, or empty if the object lacks it. */
  public Optional<Json> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Returns the member {@code name} if it is a string. */
  public Optional<String> text(String name) {
    return member(name).flatMap(Json::asText);
  }

  /** Returns the member {@code name} if it is a number. */
  public Optional<JsonNumber> number(String name) {
    return member(name).filter(JsonNumber.class::isInstance).map(JsonNumber.class::cast);
  }

  /** Returns the member {@code name} if it is a whole number of 64 bits. */
  public OptionalLong integer(String name) {
    return number(name).map(JsonNumber::integer).orElse(OptionalLong.empty());
  }

  /** Returns the member {@code name} if it is a boolean. */
  public Optional<Boolean> flag(String name) {
    return member(name)
        .filter(JsonBoolean.class::isInstance)
        .map(value -> ((JsonBoolean) value).value());
  }

  /** Returns the member {@code name} if it is an object. */
  public Optional<JsonObject> object(String name) {
    return member(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** Returns the member {@code name} if it is an array. */
  public Optional<JsonArray> array(String name) {
    return member(name).filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
  }

  /**
   * Returns this object with {@code value} as member {@code name}, in its old place if it had one.
   */
  public JsonObject with(String name, Json value) {
    Map<String, Json> copy = new LinkedHashMap<>(members);
    copy.put(name, value);
    return new JsonObject(copy);
  }

  /** Returns this object without the member {@code name}. */
  public JsonObject without(String name) {
    if (!members.containsKey(name)) {
      return this;
    }
    Map<String, Json> copy = new LinkedHashMap<>(members);
    copy.remove(name);
    return new JsonObject(copy);
  }

  /** Returns this object with all members of {@code other} set, one level deep. */
  public JsonObject merge(JsonObject other) {
    Map<String, Json> copy = new LinkedHashMap<>(members);
    copy.putAll(other.members);
    return new JsonObject(copy);
  }

  @Override
  public String toString() {
    return write();
  }

  /** Collects members in order; a later value for the same name replaces the earlier one. */
  public static final class Builder {

    private final Map<String, Json> members = new LinkedHashMap<>();

    private Builder() {}

    /** Sets a member. */
    public Builder put(String name, Json value) {
      members.put(name, value);
      return this;
    }

    /** Sets a string member. */
    public Builder put(String name, String value) {
      return put(name, Json.of(value));
    }

    /** Sets an integer member. */
    public Builder put(String name, long value) {
      return put(name, Json.of(value));
    }

    /** Sets a number member, which must be finite. */
    public Builder put(String name, double value) {
      return put(name, Json.of(value));
    }

    /** Sets a boolean member. */
    public Builder put(String name, boolean value) {
      return put(name, Json.of(value));
    }

    /** Sets a string member, {@code null} in JSON if {@code value} is empty. */
    public Builder putText(String name, Optional<String> value) {
      return put(name, value.<Json>map(JsonString::new).orElse(JsonNull.NULL));
    }

    /** Sets a member, {@code null} in JSON if {@code value} is empty. */
    public Builder putOrNull(String name, Optional<? extends Json> value) {
      return put(name, value.<Json>map(json -> json).orElse(JsonNull.NULL));
    }

    /** Returns the object. */
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
