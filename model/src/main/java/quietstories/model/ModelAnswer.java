package quietstories.model;

import java.util.List;

/**
 * A complete answer.
 *
 * @param text the whole text, equal to the pieces that the listener was given
 * @param calls the tools that it asks for, in the model's order, as the listener was given them
 * @param finish why it ended
 * @param usage what it cost
 * @param timing where its time went
 */
public record ModelAnswer(
    String text, List<ToolCall> calls, Finish finish, TokenUsage usage, ModelTiming timing) {

  public ModelAnswer {
    calls = List.copyOf(calls);
  }

  /** Why an answer ended. */
  public enum Finish {
    /** The model had said everything, or calls tools and waits for their results. */
    STOP,
    /** The limit of tokens was reached. */
    LENGTH,
    /** The vendor's filter cut it. */
    FILTERED,
    /** The stream ended without a word about why. */
    TORN
  }
}
