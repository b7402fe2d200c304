package quietstories.rules;

import quietstories.json.JsonPath;

/**
 * An expression that cannot be compiled, or whose evaluation grew beyond its bounds. The message is
 * fit to be shown.
 */
public final class LogicFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient JsonPath place;
  private final String words;

  LogicFault(JsonPath place, String message) {
    super(message);
    this.place = place;
    this.words = message;
  }

  /** Returns what is wrong; the same as the message. */
  public String words() {
    return words;
  }

  /** Returns where in the expression the fault lies; the root for faults of evaluation. */
  public JsonPath place() {
    return place;
  }
}
