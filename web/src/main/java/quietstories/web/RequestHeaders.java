package quietstories.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers of a request; names ignore case. */
record RequestHeaders(Map<String, List<String>> values) {

  /** No headers at all. */
  static final RequestHeaders NONE = new RequestHeaders(Map.of());

  RequestHeaders {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    values.forEach((name, all) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(all)));
    values = Map.copyOf(lower);
  }

  /** Returns the first value of the header {@code name}. */
  Optional<String> first(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** Returns how many values there are in all. */
  int count() {
    return values.values().stream().mapToInt(List::size).sum();
  }

  /** Returns whether the client's {@code Accept} names HTML, as browsers do and programs do not. */
  boolean acceptsHtml() {
    return values.getOrDefault("accept", List.of()).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(range -> range.strip().toLowerCase(Locale.ROOT))
        .anyMatch(range -> range.startsWith("text/html") && !range.matches(".*;\\s*q=0(\\.0*)?"));
  }
}
