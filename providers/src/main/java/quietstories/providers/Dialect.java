package quietstories.providers;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelRequest;
import quietstories.model.ToolCall;

/** How a kind of server wants to be spoken to. Safe for many threads. */
interface Dialect {

  /** Returns where questions are sent, below {@code base}. */
  URI address(URI base);

  /** Returns the headers that show the key, and whatever else belongs to every request. */
  Map<String, String> headers(Optional<String> key);

  /** Returns the body of a question. */
  JsonObject write(ModelRequest request, ModelIdentity model);

  /** Returns what reads the answer to {@code request} into {@code answer}. */
  StreamedObjects.Reader reader(ModelRequest request, Arriving answer);

  /** Returns a count in a report, if it is there. */
  static OptionalInt count(JsonObject json, String key) {
    OptionalLong count = json.integer(key);
    return count.isPresent()
        ? OptionalInt.of(Math.clamp(count.getAsLong(), 0, Integer.MAX_VALUE))
        : OptionalInt.empty();
  }

  /**
   * Returns the arguments of a call as an object; an empty one if the model wrote none. Servers
   * refuse a whole conversation for a call in it that they cannot read.
   */
  static JsonObject arguments(ToolCall call) {
    try {
      return JsonReader.read(call.arguments(), JsonLimits.LENIENT) instanceof JsonObject object
          ? object
          : JsonObject.builder().build();
    } catch (JsonReadException e) {
      return JsonObject.builder().build();
    }
  }

  /** Throws the failure that {@code object} reports, if it reports one. */
  static void refuseError(JsonObject object) {
    if (object.object("error").isPresent()) {
      throw Faults.inside(object.object("error").get());
    }
    if (object.text("error").isPresent()) {
      throw Faults.inside(JsonObject.builder().put("message", object.text("error").get()).build());
    }
  }
}
