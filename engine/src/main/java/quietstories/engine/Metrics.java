package quietstories.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * What was measured in one window of time.
 *
 * @param categories the operations of every type
 * @param derived the further numbers of turns, every one
 */
public record Metrics(Map<OperationType, Category> categories, Map<Derived, Spread> derived) {

  /** A window in which nothing happened. */
  public static final Metrics NONE = new Metrics(Map.of(), Map.of());

  public Metrics {
    categories = every(OperationType.class, categories, Category.NONE);
    derived = every(Derived.class, derived, Spread.NONE);
  }

  private static <K extends Enum<K>, V> Map<K, V> every(Class<K> keys, Map<K, V> known, V none) {
    Map<K, V> all = new EnumMap<>(keys);
    for (K key : keys.getEnumConstants()) {
      all.put(key, known.getOrDefault(key, none));
    }
    return java.util.Collections.unmodifiableMap(all);
  }

  /**
   * The operations of one type.
   *
   * @param recent the last five, oldest first
   * @param byName the operations of each model, tool or scenario
   */
  public record Category(Summary all, List<Measured> recent, Map<String, Summary> byName) {

    /** No operations. */
    public static final Category NONE = new Category(Summary.NONE, List.of(), Map.of());

    public Category {
      recent = List.copyOf(recent);
      byName = Map.copyOf(byName);
    }

    /** Returns the form that the public interface shows, names in alphabetical order. */
    public JsonObject toJson() {
      List<Json> last = recent.stream().<Json>map(Measured::toJson).toList();
      JsonObject.Builder names = JsonObject.builder();
      byName.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> names.put(entry.getKey(), entry.getValue().toJson()));
      return all.toJson()
          .with("recent_operations", new JsonArray(last))
          .with("by_name", names.build());
    }
  }

  /** Returns the operations of that type. */
  public Category of(OperationType type) {
    return categories.getOrDefault(type, Category.NONE);
  }

  /** Returns the form that the public interface shows. */
  public JsonObject toJson() {
    JsonObject.Builder all = JsonObject.builder();
    categories.forEach((type, category) -> all.put(type.category(), category.toJson()));
    JsonObject.Builder numbers = JsonObject.builder();
    derived.forEach((number, spread) -> numbers.put(number.wireName(), spread.toJson()));
    return all.put("derived", numbers.build()).build();
  }
}
