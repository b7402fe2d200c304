package quietstories.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.SessionId;

/**
 * A turn that has ended, well or badly, for those who watch and do not take part.
 *
 * @param number counted from 1
 * @param scenario the name of the rules it was played by
 * @param traceId 32 hexadecimal digits; empty if the turn came from no request
 * @param parentSpan the span of another program that the turn belongs below, 16 hexadecimal digits
 * @param arrival when its input arrived
 * @param pause how long the session had lain still; empty for the first turn
 * @param failed whether nothing was stored
 * @param timeline {@code {"turn","spans"}} as the public interface shows it
 */
public record WatchedTurn(
    SessionId session,
    int number,
    String scenario,
    Optional<String> traceId,
    Optional<String> parentSpan,
    Instant arrival,
    Optional<Duration> pause,
    boolean failed,
    JsonObject timeline) {}
