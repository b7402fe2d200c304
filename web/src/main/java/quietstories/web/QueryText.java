package quietstories.web;

import quietstories.json.JsonObject;

/** Reads the part of an address after the question mark. */
final class QueryText {

  private QueryText() {}

  /**
   * Returns the parameters, all of them strings; of several with one name the last one counts.
   *
   * @throws HttpFailure 400 if an escape is bad
   */
  static JsonObject read(String raw) {
    JsonObject.Builder parameters = JsonObject.builder();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        parameters.put(RequestPath.decode(name, true), RequestPath.decode(value, true));
      }
    }
    return parameters.build();
  }
}
