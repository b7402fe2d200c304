package quietstories.testkit;

/**
 * How a server frames its event stream.
 *
 * @param crlf whether lines end with CRLF
 * @param done whether {@code data: [DONE]} ends the stream
 * @param finishReason whether an event names why the answer ended
 * @param nullFirst whether the first event has a role and {@code content: null}
 * @param emptyChoices whether an event without choices comes first
 * @param comments whether a comment line stands before each event
 * @param bytesPerWrite in how many bytes at a time the stream is written; 0 writes whole events
 */
public record WireStyle(
    boolean crlf,
    boolean done,
    boolean finishReason,
    boolean nullFirst,
    boolean emptyChoices,
    boolean comments,
    int bytesPerWrite) {

  /** The way of a well-behaved server. */
  public static final WireStyle PLAIN = new WireStyle(false, true, true, true, false, false, 0);

  /** Returns this style with lines that end with CRLF. */
  public WireStyle withCrlf() {
    return new WireStyle(
        true, done, finishReason, nullFirst, emptyChoices, comments, bytesPerWrite);
  }

  /** Returns this style without {@code [DONE]}. */
  public WireStyle withoutDone() {
    return new WireStyle(
        crlf, false, finishReason, nullFirst, emptyChoices, comments, bytesPerWrite);
  }

  /** Returns this style without a reason for the end. */
  public WireStyle withoutFinishReason() {
    return new WireStyle(crlf, done, false, nullFirst, emptyChoices, comments, bytesPerWrite);
  }

  /** Returns this style with an event without choices at the start. */
  public WireStyle withEmptyChoices() {
    return new WireStyle(crlf, done, finishReason, nullFirst, true, comments, bytesPerWrite);
  }

  /** Returns this style with comment lines between the events. */
  public WireStyle withComments() {
    return new WireStyle(crlf, done, finishReason, nullFirst, emptyChoices, true, bytesPerWrite);
  }

  /** Returns this style, written {@code bytes} at a time, so that characters are split as well. */
  public WireStyle inWritesOf(int bytes) {
    return new WireStyle(crlf, done, finishReason, nullFirst, emptyChoices, comments, bytes);
  }
}
