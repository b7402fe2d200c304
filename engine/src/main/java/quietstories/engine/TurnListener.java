package quietstories.engine;

/**
 * Hears a turn while it is played, on the thread that plays it. What a listener throws is logged
 * and otherwise ignored: it cannot harm the turn.
 */
@FunctionalInterface
public interface TurnListener {

  /** Receives the next event. */
  void on(TurnEvent event);
}
