package quietstories.engine;

/** Hears of every turn once it has ended, off the turn's own thread: it can delay nobody. */
@FunctionalInterface
public interface TurnWatcher {

  /** A watcher who does not care. */
  TurnWatcher NONE = turn -> {};

  /** Hears of a turn whose spans are complete. */
  void ended(WatchedTurn turn);
}
