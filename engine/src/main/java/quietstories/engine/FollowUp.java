package quietstories.engine;

import quietstories.json.JsonObject;

/** Goes on with a turn once it was answered and its timeline is kept. */
@FunctionalInterface
public interface FollowUp {

  /** Leaves it at that. */
  FollowUp NONE = (_, _, _) -> {};

  /**
   * Goes on. Quick; what takes time happens elsewhere.
   *
   * @param timeline the turn's timeline so far, empty if none is kept
   * @param origin when the input arrived, in nanoseconds of the turn's clock
   */
  void after(PlayedTurn played, JsonObject timeline, long origin);
}
