package quietstories.model;

/**
 * A complete answer.
 *
 * @param text the whole text, equal to the pieces that the listener was given
 * @param finish why it ended
 * @param usage what it cost
 * @param timing where its time went
 */
public record ModelAnswer(String text, Finish finish, TokenUsage usage, ModelTiming timing) {

  /** Why an answer ended. */
  public enum Finish {
    /** The model had said everything. */
    STOP,
    /** The limit of tokens was reached. */
    LENGTH,
    /** The vendor's filter cut it. */
    FILTERED,
    /** The stream ended without a word about why. */
    TORN
  }
}
