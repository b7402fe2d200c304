package quietstories.model;

/** Who speaks in a message. */
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT
}
