package quietstories.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/**
 * What remains of a precondition while no arguments are known: every clause that reads an argument
 * counts as true, so an action is offered if some arguments may do.
 */
final class Offer {

  private Offer() {}

  static JsonObject relaxed(JsonObject precondition) {
    Map<String, Json> kept = new LinkedHashMap<>();
    precondition
        .members()
        .forEach(
            (name, value) -> {
              boolean joins = name.equals("and") || name.equals("or");
              if (joins && value instanceof JsonArray(List<Json> operands)) {
                kept.put(name, new JsonArray(operands.stream().map(Offer::relaxed).toList()));
              } else if (!isArgument(name) && !readsArguments(JsonObject.of(name, value))) {
                kept.put(name, value);
              }
            });
    return new JsonObject(kept);
  }

  private static Json relaxed(Json clause) {
    if (clause instanceof JsonObject object && object.members().size() == 1) {
      JsonObject relaxed = relaxed(object);
      return relaxed.members().isEmpty() ? JsonBoolean.TRUE : relaxed;
    }
    return readsArguments(clause) ? JsonBoolean.TRUE : clause;
  }

  static boolean readsArguments(Json logic) {
    return switch (logic) {
      case JsonString(String text) -> isArgument(text);
      case JsonArray(List<Json> elements) -> elements.stream().anyMatch(Offer::readsArguments);
      case JsonObject object -> object.members().values().stream().anyMatch(Offer::readsArguments);
      case JsonNumber _, JsonBoolean _, JsonNull _ -> false;
    };
  }

  private static boolean isArgument(String path) {
    String inner = path.startsWith("state.") ? path.substring("state.".length()) : path;
    return inner.equals("params") || inner.startsWith("params.");
  }
}
