package quietstories.engine;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;

/** Works out what would make turns faster. */
@FunctionalInterface
public interface Advisor {

  /** Nothing to say. */
  Advisor NONE = List::of;

  /** Returns what was found, that which saves most first; nothing if nothing is wrong. */
  List<Finding> advice();

  /**
   * Something that makes turns slower than they need be.
   *
   * @param finding its name, such as {@code context_size}
   * @param evidence the numbers that show it
   * @param action what to call
   * @param savingMs how much shorter a turn should become, in milliseconds
   */
  record Finding(String finding, JsonObject evidence, Action action, double savingMs) {

    /** Returns the form that the public interface shows. */
    public JsonObject toJson() {
      return JsonObject.builder()
          .put("finding", finding)
          .put("evidence", evidence)
          .put("action", action.toJson())
          .put("expected_saving_ms", Math.round(savingMs * 10) / 10.0)
          .build();
    }
  }

  /** A call of the public interface; an empty body stands for none. */
  record Action(String method, String path, JsonObject body) {

    JsonObject toJson() {
      return JsonObject.builder()
          .put("method", method)
          .put("path", path)
          .putOrNull("body", Optional.of(body).filter(found -> !found.members().isEmpty()))
          .build();
    }
  }
}
