package quietstories.providers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import quietstories.model.ToolCall;

/**
 * Puts tool calls together from their pieces and gives each on the moment its arguments are
 * complete, in the order in which they began.
 *
 * <p>Servers number their calls in strange ways: all with 0, from 1 on, one in the middle of
 * another, without ids. So a number says only which call a piece may continue; a new id, a new
 * name, or a new object after a complete one begins another.
 */
final class CallPieces {

  private final Consumer<ToolCall> audience;
  private final String prefix;
  private final List<CallPart> parts = new ArrayList<>();
  private final Map<Long, CallPart> last = new HashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final List<ToolCall> given = new ArrayList<>();
  private int next;

  /**
   * Creates an empty list of calls.
   *
   * @param prefix begins the id of a call to which the server gives none
   */
  CallPieces(Consumer<ToolCall> audience, String prefix) {
    this.audience = audience;
    this.prefix = prefix;
  }

  /**
   * Takes a piece.
   *
   * @param number the server's number for the call
   * @param id empty if the piece has none
   * @param name empty if the piece has none
   */
  void accept(long number, String id, String name, String arguments) {
    CallPart part = last.get(number);
    if (part == null || part.isFollowedBy(id, name, arguments)) {
      String called = name.isEmpty() && part != null ? part.name() : name;
      if (called.isEmpty()) {
        return;
      }
      part = new CallPart(id, called);
      parts.add(part);
      last.put(number, part);
    }
    part.accept(arguments);
    give(false);
  }

  /**
   * Gives what was held back.
   *
   * @param finished whether the server told the end; a call whose arguments were cut off is given
   *     as it is, and cannot be mistaken for a whole one
   */
  void end(boolean finished) {
    for (CallPart part : parts) {
      part.close(finished);
    }
    give(true);
  }

  /** Returns the calls that were given so far. */
  List<ToolCall> given() {
    return List.copyOf(given);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  private void give(boolean all) {
    while (next < parts.size()) {
      CallPart part = parts.get(next);
      boolean followed = next + 1 < parts.size();
      if (!all && !part.isComplete(followed)) {
        return;
      }
      next++;
      if (parts.subList(0, next - 1).stream().noneMatch(part::repeats)) {
        ToolCall call = new ToolCall(id(part.id()), part.name(), part.arguments());
        given.add(call);
        audience.accept(call);
      }
    }
  }

  private String id(String wanted) {
    String id = wanted;
    for (int i = given.size(); id.isEmpty() || !ids.add(id); i++) {
      id = prefix + i;
      if (ids.add(id)) {
        return id;
      }
    }
    return id;
  }
}
