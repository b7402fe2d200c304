package quietstories.model;

/** Hears an answer while it is generated, always on the thread that asked. */
@FunctionalInterface
public interface ModelListener {

  /** Receives the next piece of the answer's text, never empty. */
  void text(String piece);

  /** Receives a call the moment its arguments are complete, which may be long before the end. */
  default void call(ToolCall call) {}

  /** Learns where the request is; called on each change, before the first piece of text. */
  default void phase(Phase phase) {}

  /** Learns that a try failed and that another one follows. */
  default void retrying(ModelException failure) {}

  /** Where a request may be before its first text. */
  enum Phase {
    /** It waits for a free place on the server. */
    QUEUED,
    /** It was sent and the server has not answered yet. */
    SENT
  }
}
