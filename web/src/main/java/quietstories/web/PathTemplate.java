package quietstories.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with names in braces, such as {@code /sessions/{session_id}/turns}. A slash at its end
 * says how the route is documented and nothing more: both forms match.
 */
record PathTemplate(String text) {

  /** Returns what stands for the names if the path of those segments matches. */
  Optional<Map<String, String>> match(List<String> path) {
    List<String> own = RequestPath.split(text);
    if (own.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < own.size(); i++) {
      String expected = own.get(i);
      String found = path.get(i);
      if (isName(expected) && !found.isBlank()) {
        variables.put(expected.substring(1, expected.length() - 1), found);
      } else if (!expected.equals(found)) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** Returns how many segments are fixed; of two templates that match, the one with more counts. */
  int fixed() {
    return (int) RequestPath.split(text).stream().filter(segment -> !isName(segment)).count();
  }

  private static boolean isName(String segment) {
    return segment.startsWith("{");
  }
}
