package quietstories.app;

/** A key or token. Its text shows only where {@link #reveal} is called, never by accident. */
public final class Secret {

  private final String text;

  Secret(String text) {
    this.text = text;
  }

  /** Returns the secret itself, for the one place that sends or compares it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
