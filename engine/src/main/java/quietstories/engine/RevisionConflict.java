package quietstories.engine;

/** Somebody else has changed the session since it was loaded. Nothing was stored. */
public final class RevisionConflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the conflict. */
  public RevisionConflict() {
    super("the session was changed by somebody else in the meantime");
  }
}
