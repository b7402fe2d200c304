package quietstories.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import quietstories.engine.OperationType;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * Metrics as they were answered or saved to a file, with or without what the server puts around
 * them.
 *
 * @param rows the distribution of every category, and of every name in it
 */
record SavedMetrics(Map<Key, Histogram> rows) {

  /**
   * What a distribution is of.
   *
   * @param name a model, tool or scenario; empty for the category as a whole
   */
  record Key(OperationType type, String name) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int types = type.compareTo(other.type);
      return types != 0 ? types : name.compareTo(other.name);
    }
  }

  /**
   * Reads metrics.
   *
   * @throws NotMetrics if {@code json} is something else, in words fit for a player
   */
  static SavedMetrics read(Json json) {
    if (!(json instanceof JsonObject outer)) {
      throw new NotMetrics("is no JSON object");
    }
    JsonObject metrics = outer.object("metrics").orElse(outer);
    Map<Key, Histogram> rows = new TreeMap<>();
    for (OperationType type : OperationType.values()) {
      JsonObject category =
          metrics
              .object(type.category())
              .orElseThrow(() -> new NotMetrics("has no \"" + type.category() + "\""));
      rows.put(new Key(type, ""), histogram(category, type.category()));
      category
          .object("by_name")
          .orElse(JsonObject.EMPTY)
          .members()
          .forEach((name, one) -> rows.put(new Key(type, name), named(one, name)));
    }
    return new SavedMetrics(rows);
  }

  private static Histogram named(Json summary, String name) {
    if (summary instanceof JsonObject object) {
      return histogram(object, name);
    }
    throw new NotMetrics("has no numbers for \"" + name + "\"");
  }

  private static Histogram histogram(JsonObject summary, String place) {
    String text =
        summary
            .text("histogram")
            .orElseThrow(() -> new NotMetrics("has no histogram for \"" + place + "\""));
    try {
      return Encoding.read(text);
    } catch (IllegalArgumentException e) {
      throw new NotMetrics("has a histogram for \"" + place + "\" that cannot be read");
    }
  }

  /** Returns what either has something of, categories before their names. */
  List<Key> keysWith(SavedMetrics other) {
    List<Key> keys = new ArrayList<>(rows.keySet());
    other.rows.keySet().stream().filter(key -> !rows.containsKey(key)).forEach(keys::add);
    return keys.stream().sorted().toList();
  }

  /** Returns the distribution of {@code key}, an empty one if there is none. */
  Histogram of(Key key) {
    return Optional.ofNullable(rows.get(key)).orElseGet(() -> new Histogram(Encoding.DIGITS));
  }
}
