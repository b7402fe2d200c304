package quietstories.rules;

import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;

/**
 * Walks a tree and stops as soon as it is too deep or too large.
 *
 * <p>Size counts values, and text by its length, since branches that share memory still take room
 * once they are written.
 */
final class Measure {

  private static final int MAX_LOGIC_DEPTH = 128;
  private static final int MAX_LOGIC_NODES = 10_000;
  private static final int MAX_RESULT_DEPTH = 256;
  private static final long MAX_RESULT_SIZE = 1_000_000;

  private final String what;
  private final int maxDepth;
  private final long maxSize;
  private final boolean countText;
  private long size;

  private Measure(String what, int maxDepth, long maxSize, boolean countText) {
    this.what = what;
    this.maxDepth = maxDepth;
    this.maxSize = maxSize;
    this.countText = countText;
  }

  /**
   * Checks an expression before it is compiled.
   *
   * @throws LogicFault if it is deeper than 128 levels or holds more than 10,000 values
   */
  static void logic(Json logic) {
    new Measure("the expression", MAX_LOGIC_DEPTH, MAX_LOGIC_NODES, false).walk(logic, 1);
  }

  /**
   * Returns the size of a result: a step's worth for each value and each 16 characters.
   *
   * @throws LogicFault if it is deeper than 256 levels or larger than a million
   */
  static long result(Json result) {
    Measure measure = new Measure("the result", MAX_RESULT_DEPTH, MAX_RESULT_SIZE, true);
    measure.walk(result, 1);
    return measure.size;
  }

  /** Returns how many levels of objects and lists {@code value} has; 0 for anything else. */
  static int depth(Json value) {
    return switch (value) {
      case JsonObject object ->
          1 + object.members().values().stream().mapToInt(Measure::depth).max().orElse(0);
      case JsonArray array ->
          1 + array.elements().stream().mapToInt(Measure::depth).max().orElse(0);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> 0;
    };
  }

  private void walk(Json value, int depth) {
    count(1);
    switch (value) {
      case JsonObject object -> {
        deeper(depth);
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          text(member.getKey());
          walk(member.getValue(), depth + 1);
        }
      }
      case JsonArray array -> {
        deeper(depth);
        for (Json element : array.elements()) {
          walk(element, depth + 1);
        }
      }
      case JsonString string -> text(string.value());
      case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
  }

  private void deeper(int depth) {
    if (depth > maxDepth) {
      throw new LogicFault(JsonPath.ROOT, what + " is nested deeper than " + maxDepth + " levels");
    }
  }

  private void text(String text) {
    if (countText) {
      count(text.length() / 16);
    }
  }

  private void count(long more) {
    size += more;
    if (size > maxSize) {
      throw new LogicFault(JsonPath.ROOT, what + " is larger than " + maxSize + " values");
    }
  }
}
