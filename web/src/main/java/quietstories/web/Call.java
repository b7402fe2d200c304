package quietstories.web;

import java.util.Map;
import quietstories.json.JsonObject;

/**
 * A request as the routes see it.
 *
 * @param requestId names it in the log and to the client
 * @param variables what stands in the path for the template's names
 * @param query the parameters, all strings; of several with one name the last one counts
 * @param body the whole body, empty if there was none
 * @param line tells when the client goes away
 */
record Call(
    String requestId,
    Map<String, String> variables,
    JsonObject query,
    RequestHeaders headers,
    Bytes body,
    Line line) {

  /** Returns the part of the path that the template calls {@code name}. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }
}
