package quietstories.engine;

/**
 * Hears a turn while it is played, on the thread that plays it. What a listener throws is logged
 * and otherwise ignored: it cannot harm the turn.
 */
@FunctionalInterface
public interface TurnListener {

  /** A listener for callers who only want the result. */
  TurnListener NONE =
      new TurnListener() {
        @Override
        public void on(TurnEvent event) {}

        @Override
        public boolean shows() {
          return false;
        }
      };

  /** Receives the next event. */
  void on(TurnEvent event);

  /** Returns whether a player sees the text as it comes. */
  default boolean shows() {
    return true;
  }
}
