package quietstories.web;

/** Hears of every request once it was answered; for a stream that is its end. */
@FunctionalInterface
public interface RequestWatcher {

  /** A watcher who does not care. */
  RequestWatcher NONE = (method, route, status, nanos) -> {};

  /**
   * Hears of one request.
   *
   * @param route the template of its path, such as {@code /sessions/{session_id}}; empty for a path
   *     that does not exist
   * @param nanos from its arrival to the end of the answer
   */
  void answered(String method, String route, int status, long nanos);
}
