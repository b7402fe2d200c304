package quietstories.model;

/** Who speaks in a message. */
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT,
  /** A tool, which answers a call of the assistant. */
  TOOL
}
