package quietstories.story;

/** How a story ends. */
public enum EndingKind {
  LOSS,
  WIN;

  /** Returns the name in answers: {@code loss} or {@code win}. */
  public String wireName() {
    return this == LOSS ? "loss" : "win";
  }

  /** Returns the status of a session that ended this way. */
  public SessionStatus status() {
    return this == LOSS ? SessionStatus.LOST : SessionStatus.WON;
  }
}
