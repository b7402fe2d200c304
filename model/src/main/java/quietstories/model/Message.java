package quietstories.model;

/** One message of a conversation with a model. */
public record Message(Role role, String text) {

  /** Returns a message that sets the model's task. */
  public static Message system(String text) {
    return new Message(Role.SYSTEM, text);
  }

  /** Returns a message to the model. */
  public static Message user(String text) {
    return new Message(Role.USER, text);
  }

  /** Returns a message that the model gave earlier. */
  public static Message assistant(String text) {
    return new Message(Role.ASSISTANT, text);
  }
}
