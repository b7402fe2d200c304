package quietstories.testkit;

import java.util.List;

/**
 * The tools that an answer calls, after its text.
 *
 * @param style how a chat-completions stream numbers and cuts them
 */
public record SpokenCalls(List<Call> calls, Style style) {

  /** No call at all. */
  public static final SpokenCalls NONE = new SpokenCalls(List.of(), Style.ORDERLY);

  public SpokenCalls {
    calls = List.copyOf(calls);
  }

  /**
   * One call.
   *
   * @param id left out if empty, as some servers do
   * @param arguments a JSON object
   */
  public record Call(String id, String name, String arguments) {}

  /** How calls are numbered and cut. */
  public enum Style {
    /** From 0 on, one after another, the arguments in pieces. */
    ORDERLY,
    /** All with number 0. */
    ALL_ZERO,
    /** From 1 on. */
    FROM_ONE,
    /** A piece of each in turn. */
    INTERLEAVED,
    /** All whole, in the event that names the reason of the end. */
    LAST_EVENT,
    /** Each first with an empty object for its arguments, then with the true ones. */
    PLACEHOLDERS,
    /** The name in every piece. */
    NAME_IN_EVERY_PIECE
  }
}
