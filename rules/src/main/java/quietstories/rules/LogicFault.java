package quietstories.rules;

import quietstories.json.JsonPath;

/** An expression that cannot be evaluated. The message is fit to be shown. */
public final class LogicFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;

  private final transient JsonPath place;

  LogicFault(JsonPath place, String message) {
    super(message);
    this.message = message;
    this.place = place;
  }

  /** Returns where in the expression the fault lies; the root for faults of the whole. */
  public JsonPath place() {
    return place;
  }

  /** Returns the message, which is fit to be shown. */
  @Override
  public String getMessage() {
    return message;
  }
}
