package quietstories.engine;

import quietstories.story.SessionId;

/** Keeps what everything took. Safe for use by many threads. */
public interface Measurements extends Recording {

  /** Returns everything since the last reset. */
  Metrics metrics();

  /** Returns what {@code session} did since the last reset; nothing for one that is not known. */
  Metrics metrics(SessionId session);

  /**
   * Begins anew and returns what was kept until now. An operation that ends meanwhile counts either
   * in what is returned or in what begins, never in both and never in none.
   */
  Metrics reset();
}
