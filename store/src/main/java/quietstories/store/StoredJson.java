package quietstories.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** How values are written into text columns, without loss. */
final class StoredJson {

  // why: what came in 128 levels deep is stored inside other things, and a lone surrogate that a
  // model wrote was shown to the player already.
  private static final JsonLimits LIMITS = new JsonLimits(1_000, false);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private StoredJson() {}

  /** Returns {@code json} as text that can be written in UTF-8. */
  static String write(Json json) {
    String text = json.write();
    return isWellFormed(text) ? text : escaped(text);
  }

  /** Returns the object that {@link #write} wrote. */
  static JsonObject object(String text) {
    return (JsonObject) JsonReader.read(text, LIMITS);
  }

  /** Returns the list that {@link #write} wrote. */
  static JsonArray array(String text) {
    return (JsonArray) JsonReader.read(text, LIMITS);
  }

  /** Returns the time as text with nanoseconds, which sorts like the time until the year 9999. */
  static String write(Instant time) {
    return TIME.format(time);
  }

  /**
   * UTF-8 has no lone surrogates. In JSON they can only stand in strings, where escapes can too.
   */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (isSurrogate(point)) {
                safe.append(String.format("\\u%04x", point));
              } else {
                safe.appendCodePoint(point);
              }
            });
    return safe.toString();
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        int point = text.codePointAt(i);
        if (isSurrogate(point)) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
