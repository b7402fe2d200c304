package quietstories.app;

/** The program cannot start, for a reason that its user can read and act on. */
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Makes the failure with one sentence for the user. */
  public StartFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
