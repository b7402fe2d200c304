package quietstories.app;

/**
 * How a model's answer carries changes besides the narrative, as {@code MODEL_PROTOCOL} names it.
 */
public enum ModelProtocol {
  /** What suits the server. */
  AUTO,
  /** Prose, then calls of tools. */
  CALLS,
  /** Prose, a marker line, one JSON object. */
  MARKER,
  /** One JSON object whose first field is the narrative. */
  JSON
}
