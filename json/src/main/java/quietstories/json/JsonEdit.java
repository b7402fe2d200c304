package quietstories.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The result of setting one place of a tree: a new root, or the reason why it cannot be done. */
public sealed interface JsonEdit {

  /** The tree with the change; it shares every branch that the path does not touch. */
  record Done(Json root) implements JsonEdit {}

  /** The change cannot be made, because {@code at} holds something that has no such child. */
  record Blocked(JsonPath at, String reason) implements JsonEdit {}

  /**
   * Sets {@code path} to {@code value}. Objects that are missing on the way are created; a list
   * takes an index within its bounds, or its own size to append.
   */
  static JsonEdit set(Json root, JsonPath path, Json value) {
    return set(Optional.of(root), path, 0, value);
  }

  private static JsonEdit set(Optional<Json> here, JsonPath path, int depth, Json value) {
    List<String> segments = path.segments();
    if (depth == segments.size()) {
      return new Done(value);
    }
    String segment = segments.get(depth);
    JsonPath at = new JsonPath(segments.subList(0, depth));
    return switch (here.orElse(JsonObject.EMPTY)) {
      case JsonObject object -> {
        JsonEdit below = set(object.member(segment), path, depth + 1, value);
        yield below instanceof Done(Json child) ? new Done(object.with(segment, child)) : below;
      }
      case JsonArray array -> inArray(array, path, depth, value);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ ->
          new Blocked(at, "holds a " + here.get().kind() + ", which has no '" + segment + "'");
    };
  }

  private static JsonEdit inArray(JsonArray array, JsonPath path, int depth, Json value) {
    String segment = path.segments().get(depth);
    JsonPath at = new JsonPath(path.segments().subList(0, depth));
    OptionalInt index = JsonArray.index(segment);
    int size = array.elements().size();
    if (index.isEmpty()) {
      return new Blocked(at, "holds a list, which has indices and no '" + segment + "'");
    }
    if (index.getAsInt() > size) {
      return new Blocked(at, "has " + size + " elements; index " + segment + " is outside");
    }
    boolean append = index.getAsInt() == size;
    Optional<Json> old =
        append ? Optional.empty() : Optional.of(array.elements().get(index.getAsInt()));
    JsonEdit below = set(old, path, depth + 1, value);
    if (!(below instanceof Done(Json child))) {
      return below;
    }
    return new Done(append ? array.append(child) : array.replace(index.getAsInt(), child));
  }
}
