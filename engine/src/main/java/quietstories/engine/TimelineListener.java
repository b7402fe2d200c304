package quietstories.engine;

import java.time.Instant;
import quietstories.json.JsonObject;
import quietstories.story.SessionId;

/** Hears of every turn's timeline once the turn is stored, in the background. */
@FunctionalInterface
public interface TimelineListener {

  /** Nobody. */
  TimelineListener NONE = (_, _, _) -> {};

  /**
   * Receives a timeline.
   *
   * @param arrival when the input came, from which the spans count their milliseconds
   * @param timeline {@code {"turn","spans":[…],"timing"}} as it is stored
   */
  void on(SessionId session, Instant arrival, JsonObject timeline);
}
