package quietstories.json;

/** The JSON values {@code true} and {@code false}. */
public enum JsonBoolean implements Json {
  FALSE,
  TRUE;

  /** Returns this value as a Java boolean. */
  public boolean value() {
    return this == TRUE;
  }

  @Override
  public String toString() {
    return write();
  }
}
