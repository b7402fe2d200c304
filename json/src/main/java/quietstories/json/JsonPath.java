package quietstories.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a tree, written with dots: {@code player.health}, {@code inv.[0]}, {@code inv.0},
 * {@code inv[0]}. The empty path is the whole tree.
 *
 * <p>A segment names an object's member or, in a list, an element by its zero-based index. Negative
 * indices do not exist.
 *
 * @param segments the steps from the root, none empty
 */
public record JsonPath(List<String> segments) {

  /** The whole tree. */
  public static final JsonPath ROOT = new JsonPath(List.of());

  private static final String STATE = "state";

  public JsonPath {
    segments = List.copyOf(segments);
  }

  /** Returns the path that {@code text} spells; empty segments, as in {@code a..b}, are skipped. */
  public static JsonPath parse(String text) {
    List<String> segments = new ArrayList<>();
    StringBuilder segment = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int close = c == '[' ? text.indexOf(']', i) : -1;
      if (c == '.') {
        flush(segment, segments);
      } else if (close > i && JsonArray.index(text.substring(i + 1, close)).isPresent()) {
        flush(segment, segments);
        segments.add(text.substring(i + 1, close));
        i = close;
      } else {
        segment.append(c);
      }
    }
    flush(segment, segments);
    return new JsonPath(segments);
  }

  private static void flush(StringBuilder segment, List<String> segments) {
    if (!segment.isEmpty()) {
      segments.add(segment.toString());
      segment.setLength(0);
    }
  }

  /**
   * Returns this path without a leading {@code state}, the prefix that stands for the state as a
   * whole, unless {@code state} really has a member of that name.
   */
  public JsonPath within(JsonObject state) {
    boolean prefixed =
        !segments.isEmpty() && segments.getFirst().equals(STATE) && state.member(STATE).isEmpty();
    return prefixed ? new JsonPath(segments.subList(1, segments.size())) : this;
  }

  /** Returns whether this is the whole tree. */
  public boolean isRoot() {
    return segments.isEmpty();
  }

  /** Returns the path of the value that holds this one; the root has none. */
  public Optional<JsonPath> parent() {
    return isRoot()
        ? Optional.empty()
        : Optional.of(new JsonPath(segments.subList(0, segments.size() - 1)));
  }

  /** Returns the path one step below this one. */
  public JsonPath child(String segment) {
    List<String> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new JsonPath(longer);
  }

  /** Returns whether {@code other} is this place or lies below it. */
  public boolean covers(JsonPath other) {
    return other.segments.size() >= segments.size()
        && other.segments.subList(0, segments.size()).equals(segments);
  }

  @Override
  public String toString() {
    return String.join(".", segments);
  }
}
