package quietstories.story;

/** A noun was given a value that it cannot hold. The message is fit to be shown. */
public final class InvalidStory extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String message;

  private final String place;

  /** Creates the fault of the value at {@code place}, a dotted path or the name of a noun. */
  public InvalidStory(String place, String message) {
    super(message);
    this.message = message;
    this.place = place;
  }

  /** Returns where the value stood. */
  public String place() {
    return place;
  }

  /** Returns the message, which is fit to be shown. */
  @Override
  public String getMessage() {
    return message;
  }
}
