package quietstories.model;

import java.util.OptionalLong;

/**
 * Where the time of a call went, in nanoseconds of a monotonic clock whose zero means nothing. From
 * {@code start} to {@code sent} it waited for a place, to {@code connected} for a connection, to
 * {@code firstToken} for the prompt to be read; the rest is generation.
 *
 * @param start when the call was made
 * @param sent when it left the queue, in the try that was answered
 * @param connected when there was a connection to send it on, if that is known
 * @param firstByte when the head of the answer arrived, which some servers send before they begin
 * @param firstToken when the first piece of the answer arrived, be it text, a thought or a call
 * @param end when the answer was complete
 */
public record ModelTiming(
    long start,
    long sent,
    OptionalLong connected,
    OptionalLong firstByte,
    OptionalLong firstToken,
    long end) {

  /** Creates a timing of which no more is known. */
  public ModelTiming(long start, long sent, OptionalLong firstToken, long end) {
    this(start, sent, OptionalLong.empty(), OptionalLong.empty(), firstToken, end);
  }
}
