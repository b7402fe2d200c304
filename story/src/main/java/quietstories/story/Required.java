package quietstories.story;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/** Members that must be there; what is not right fails as {@link InvalidStory} with its place. */
final class Required {

  private Required() {}

  static String text(JsonObject json, String name) {
    return json.text(name).orElseThrow(() -> new InvalidStory(name, "must be a string"));
  }

  static JsonObject object(JsonObject json, String name) {
    return json.object(name).orElseThrow(() -> new InvalidStory(name, "must be an object"));
  }

  static double number(JsonObject json, String name) {
    return json.number(name)
        .map(JsonNumber::value)
        .orElseThrow(() -> new InvalidStory(name, "must be a number"));
  }

  static long integer(JsonObject json, String name) {
    return json.integer(name)
        .orElseThrow(() -> new InvalidStory(name, "must be a whole number of 64 bits"));
  }

  /** Returns a whole number from 0 to the largest {@code int}. */
  static int count(JsonObject json, String name) {
    long value = integer(json, name);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new InvalidStory(name, "must be from 0 to " + Integer.MAX_VALUE + ", not " + value);
    }
    return (int) value;
  }

  static boolean flag(JsonObject json, String name) {
    return json.flag(name).orElseThrow(() -> new InvalidStory(name, "must be true or false"));
  }

  static Instant time(JsonObject json, String name) {
    String text = text(json, name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidStory(name, "must be a time such as 2026-03-01T18:00:00Z");
    }
  }

  /** Returns the thing of that name, which {@code named} finds. */
  static <T> T named(
      JsonObject json, String name, Function<String, Optional<T>> named, String allowed) {
    String text = text(json, name);
    return named
        .apply(text)
        .orElseThrow(() -> new InvalidStory(name, "must be one of: " + allowed));
  }

  /** Returns the list of ids of that name. */
  static <T> List<T> ids(JsonObject json, String name, Function<String, T> read) {
    List<T> ids = new ArrayList<>();
    for (String text : texts(json, name)) {
      ids.add(at(name + "." + ids.size(), () -> read.apply(text)));
    }
    return ids;
  }

  static Optional<String> textOrNull(JsonObject json, String name) {
    return present(json, name) ? Optional.of(text(json, name)) : Optional.empty();
  }

  static Optional<JsonObject> objectOrNull(JsonObject json, String name) {
    return present(json, name) ? Optional.of(object(json, name)) : Optional.empty();
  }

  /** Returns the object of that name, read by {@code read}. */
  static <T> T part(JsonObject json, String name, Function<JsonObject, T> read) {
    JsonObject part = object(json, name);
    return at(name, () -> read.apply(part));
  }

  /** Returns what {@code json} holds there, read by {@code read}; nothing if it is null. */
  static <T> Optional<T> partOrNull(JsonObject json, String name, Function<JsonObject, T> read) {
    return objectOrNull(json, name).map(part -> at(name, () -> read.apply(part)));
  }

  /** Returns the list of strings of that name; null and a missing one are empty. */
  static List<String> texts(JsonObject json, String name) {
    List<String> texts = new ArrayList<>();
    for (Json item : items(json, name)) {
      texts.add(
          item.asText()
              .orElseThrow(() -> new InvalidStory(name + "." + texts.size(), "must be a string")));
    }
    return texts;
  }

  /** Returns the list of objects of that name, each read; null and a missing one are empty. */
  static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> read) {
    List<T> things = new ArrayList<>();
    for (Json item : items(json, name)) {
      String place = name + "." + things.size();
      if (!(item instanceof JsonObject object)) {
        throw new InvalidStory(place, "must be an object");
      }
      things.add(at(place, () -> read.apply(object)));
    }
    return things;
  }

  /** Does {@code work}; the places of what is wrong in it begin with {@code place}. */
  static <T> T at(String place, java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidStory e) {
      throw new InvalidStory(place + "." + e.place(), e.getMessage());
    }
  }

  private static List<Json> items(JsonObject json, String name) {
    if (!present(json, name)) {
      return List.of();
    }
    return json.array(name)
        .map(JsonArray::elements)
        .orElseThrow(() -> new InvalidStory(name, "must be a list"));
  }

  private static boolean present(JsonObject json, String name) {
    return json.member(name).filter(member -> !member.equals(JsonNull.NULL)).isPresent();
  }
}
