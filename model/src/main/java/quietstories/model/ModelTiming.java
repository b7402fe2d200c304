package quietstories.model;

import java.util.OptionalLong;

/**
 * Where the time of a call went, in nanoseconds of a monotonic clock whose zero means nothing.
 *
 * @param start when the call was made
 * @param sent when it left the queue and the request was sent
 * @param firstToken when the first piece of the answer arrived
 * @param end when the answer was complete
 */
public record ModelTiming(long start, long sent, OptionalLong firstToken, long end) {}
