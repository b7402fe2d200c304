package quietstories.model;

import java.util.List;
import java.util.Optional;

/**
 * One message of a conversation with a model.
 *
 * @param calls the tools that the model asked for in this message
 * @param answered the id of the call whose result this message is
 */
public record Message(Role role, String text, List<ToolCall> calls, Optional<String> answered) {

  public Message {
    calls = List.copyOf(calls);
    if (!calls.isEmpty() && role != Role.ASSISTANT) {
      throw new IllegalArgumentException("only a model calls tools");
    }
    if (answered.isPresent() != (role == Role.TOOL)) {
      throw new IllegalArgumentException("a tool's result, and nothing else, answers a call");
    }
  }

  /** Returns a message that sets the model's task. */
  public static Message system(String text) {
    return new Message(Role.SYSTEM, text, List.of(), Optional.empty());
  }

  /** Returns a message to the model. */
  public static Message user(String text) {
    return new Message(Role.USER, text, List.of(), Optional.empty());
  }

  /** Returns a message that the model gave earlier. */
  public static Message assistant(String text) {
    return assistant(text, List.of());
  }

  /** Returns a message that the model gave earlier, in which it called tools. */
  public static Message assistant(String text, List<ToolCall> calls) {
    return new Message(Role.ASSISTANT, text, calls, Optional.empty());
  }

  /** Returns the result of {@code call}. */
  public static Message result(ToolCall call, String text) {
    return new Message(Role.TOOL, text, List.of(), Optional.of(call.id()));
  }
}
