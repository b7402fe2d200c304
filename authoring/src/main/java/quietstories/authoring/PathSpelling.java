package quietstories.authoring;

import java.util.List;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/** Spells paths with dots and without the {@code state.} prefix written twice. */
final class PathSpelling {

  private static final String PREFIX = "state.";

  private final boolean stateHasState;
  private final Set<String> notes;

  /** Creates a speller for paths in {@code state} that adds what it did to {@code notes}. */
  PathSpelling(JsonObject state, Set<String> notes) {
    this.stateHasState = state.member("state").isPresent();
    this.notes = notes;
  }

  /** Returns {@code path} in the house's spelling. */
  String path(String path) {
    String spelled = path.startsWith("/") ? dotted(path) : path;
    while (!stateHasState && spelled.startsWith(PREFIX + PREFIX)) {
      spelled = spelled.substring(PREFIX.length());
    }
    if (!spelled.equals(path)) {
      notes.add("The path '" + path + "' is now written '" + spelled + "'.");
    }
    return spelled;
  }

  /** A path such as {@code /player/gold} is a JSON Pointer, whose ~1 and ~0 stand for / and ~. */
  private static String dotted(String pointer) {
    return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  /** Returns {@code condition} with the paths of its variables in the house's spelling. */
  JsonObject condition(JsonObject condition) {
    JsonObject.Builder spelled = JsonObject.builder();
    condition
        .members()
        .forEach((key, value) -> spelled.put(key, key.equals("var") ? variable(value) : in(value)));
    return spelled.build();
  }

  private Json in(Json value) {
    return switch (value) {
      case JsonObject object -> condition(object);
      case JsonArray(List<Json> elements) ->
          new JsonArray(elements.stream().map(this::in).toList());
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> value;
    };
  }

  /** A variable is a path, or a list of a path and a default. */
  private Json variable(Json value) {
    return switch (value) {
      case JsonString(String path) -> Json.of(path(path));
      case JsonArray(List<Json> elements)
          when !elements.isEmpty() && elements.getFirst() instanceof JsonString(String path) -> {
        List<Json> rest = elements.subList(1, elements.size());
        Json first = Json.of(path(path));
        JsonArray spelled = JsonArray.of(first);
        for (Json element : rest) {
          spelled = spelled.append(in(element));
        }
        yield spelled;
      }
      case JsonArray _, JsonObject _ -> in(value);
      case JsonNumber _, JsonBoolean _, JsonNull _ -> value;
    };
  }
}
