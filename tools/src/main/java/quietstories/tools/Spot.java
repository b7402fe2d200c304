package quietstories.tools;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/** A place in the state as it is shown to a narrator. */
final class Spot {

  private static final int SHOWN = 4_000;

  private Spot() {}

  /**
   * Returns the path and its value, such as {@code lamp.lit = true}; {@code none} where there is
   * nothing, with the names that are nearest.
   */
  static String shown(String path, JsonObject state) {
    JsonPath place = JsonPath.parse(path).within(state);
    Optional<Json> value = place.isRoot() ? Optional.empty() : state.at(place);
    return value
        .map(found -> place + " = " + text(found))
        .orElseGet(() -> (place.isRoot() ? "''" : place) + " = none" + hint(place, state));
  }

  static String text(Json value) {
    String written = value.write();
    return written.length() <= SHOWN
        ? written
        : written.substring(0, SHOWN)
            + "… ("
            + written.length()
            + " characters; read a part of it)";
  }

  /** Returns the beginning of a text, which never ends in half a character. */
  static String beginning(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  private static String hint(JsonPath place, JsonObject state) {
    if (place.isRoot()) {
      return "; the places are " + String.join(", ", state.members().keySet());
    }
    JsonPath parent = place.parent().orElse(JsonPath.ROOT);
    List<String> near =
        state
            .at(parent)
            .filter(JsonObject.class::isInstance)
            .map(object -> ((JsonObject) object).members().keySet())
            .map(names -> NearMiss.near(place.segments().getLast(), names))
            .orElse(List.of());
    return near.isEmpty() ? "" : "; did you mean '" + parent.child(near.getFirst()) + "'?";
  }
}
