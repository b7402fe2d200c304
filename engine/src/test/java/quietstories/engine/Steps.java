package quietstories.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import quietstories.story.Held;

/** Values that change from turn to turn: each key holds a value, or none, from some turn on. */
final class Steps<K, V> {

  private final Map<K, TreeMap<Integer, Optional<V>>> steps = new LinkedHashMap<>();

  Optional<V> at(K key, int turn) {
    return Optional.ofNullable(steps.get(key))
        .flatMap(own -> Optional.ofNullable(own.floorEntry(turn)))
        .flatMap(Map.Entry::getValue);
  }

  void put(K key, int turn, V value) {
    steps.computeIfAbsent(key, _ -> new TreeMap<>()).put(turn, Optional.of(value));
  }

  void remove(K key, int turn) {
    if (at(key, turn).isPresent()) {
      TreeMap<Integer, Optional<V>> own = steps.get(key);
      own.put(turn, Optional.empty());
      if (own.firstKey() == turn) {
        own.remove(turn);
      }
      if (own.isEmpty()) {
        steps.remove(key);
      }
    }
  }

  void forgetAfter(int turn) {
    steps.values().forEach(own -> own.tailMap(turn, false).clear());
    steps.values().removeIf(Map::isEmpty);
  }

  void change(K key, UnaryOperator<V> by) {
    Optional.ofNullable(steps.get(key))
        .ifPresent(own -> own.replaceAll((_, value) -> value.map(by)));
  }

  /** Returns what holds after that turn, in the order in which the keys came. */
  List<V> heldAt(int turn) {
    return steps.keySet().stream().flatMap(key -> at(key, turn).stream()).toList();
  }

  List<Held<V>> spansThrough(int turn) {
    List<Held<V>> spans = new ArrayList<>();
    for (TreeMap<Integer, Optional<V>> own : steps.values()) {
      own.headMap(turn, true)
          .forEach((made, value) -> value.ifPresent(v -> spans.add(span(own, v, made, turn))));
    }
    return spans;
  }

  private Held<V> span(NavigableMap<Integer, Optional<V>> own, V value, int made, int through) {
    Optional<Integer> next = Optional.ofNullable(own.higherKey(made)).filter(n -> n <= through);
    return new Held<>(value, made, next.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  void restore(K key, Held<V> span) {
    put(key, span.made(), span.thing());
    span.gone().ifPresent(gone -> steps.get(key).putIfAbsent(gone, Optional.empty()));
  }
}
