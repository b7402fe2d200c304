package quietstories.story;

import quietstories.json.Json;
import quietstories.json.JsonPath;

/**
 * One thing that is wrong with a document.
 *
 * @param place where it stands, from the document's root
 * @param message what is wrong and what would be right, in words for a writer
 * @param input what stands there, JSON null if nothing does
 */
public record Problem(JsonPath place, String message, Json input) {

  /** Returns place and message in one line. */
  public String line() {
    return place.isRoot() ? message : place + ": " + message;
  }
}
