package quietstories.metrics;

/** Something that should have been metrics is not; the message says why, after the thing's name. */
public final class NotMetrics extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  NotMetrics(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Returns why, to be read after the name of the thing, such as {@code has no histogram}. */
  public String reason() {
    return reason;
  }
}
