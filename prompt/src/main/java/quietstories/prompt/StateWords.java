package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * The state of the world in words. A large state stands once at the beginning of every prompt, as
 * it was when the story began, and the last message only says where it differs by now: what stands
 * early and never changes is read from a server's cache, what stands last never is.
 */
final class StateWords {

  /** A state up to this many characters is short enough to be told whole each time. */
  private static final int SHORT = 400;

  private StateWords() {}

  /** Returns the line about the beginning, or empty if the state is always told whole. */
  static Optional<String> beginning(JsonObject initial, int characters) {
    return stands(initial, characters)
        ? Optional.of("The state at the beginning: " + initial.write())
        : Optional.empty();
  }

  /** Returns the line about now; what does not fit into {@code characters} is cut off. */
  static String now(JsonObject initial, JsonObject state, int room, int characters) {
    if (!stands(initial, room)) {
      return "State: " + Cut.to(state.write(), characters);
    }
    List<String> differences = new ArrayList<>();
    differ("", initial, state, differences);
    String all = String.join("; ", differences);
    String told =
        differences.isEmpty()
            ? "State: as at the beginning"
            : "State: as at the beginning, but now " + all;
    String whole = "State: " + state.write();
    return Cut.to(whole.length() < told.length() ? whole : told, characters);
  }

  private static boolean stands(JsonObject initial, int room) {
    int length = initial.write().length();
    return length > SHORT && length <= room;
  }

  private static void differ(String path, JsonObject before, JsonObject now, List<String> into) {
    now.members()
        .forEach(
            (name, value) -> {
              Optional<Json> old = before.member(name);
              if (old.isPresent() && old.get().equals(value)) {
                return;
              }
              if (old.isPresent()
                  && old.get() instanceof JsonObject was
                  && value instanceof JsonObject is) {
                differ(path + name + ".", was, is, into);
              } else {
                into.add(place(path + name) + " = " + value.write());
              }
            });
    before.members().keySet().stream()
        .filter(name -> now.member(name).isEmpty())
        .forEach(name -> into.add(place(path + name) + " is gone"));
  }

  /** A path is written as it is, unless a name in it could be taken for something else. */
  private static String place(String path) {
    return path.matches("[\\p{L}\\p{N}_.-]+") ? path : PlayerWords.quoted(path);
  }
}
