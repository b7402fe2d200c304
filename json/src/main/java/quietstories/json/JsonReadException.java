package quietstories.json;

/**
 * Text that is no acceptable JSON. The message is fit to be shown: it quotes nothing of the text.
 */
public final class JsonReadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was wrong with the text. */
  public enum Fault {
    MALFORMED,
    TOO_DEEP,
    NUMBER_OUT_OF_RANGE,
    BAD_TEXT
  }

  private final Fault fault;
  private final long offset;

  JsonReadException(Fault fault, long offset, String message) {
    super(message);
    this.fault = fault;
    this.offset = offset;
  }

  /** Returns the kind of fault. */
  public Fault fault() {
    return fault;
  }

  /** Returns where reading stopped, in characters or bytes from the start, whichever was read. */
  public long offset() {
    return offset;
  }
}
