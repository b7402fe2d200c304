package quietstories.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One question to a model.
 *
 * @param purpose what it is for, for logs and meters: {@code narrate}, {@code generate}, …
 * @param schema the form of the answer, if it is to be JSON
 * @param maxTokens the most tokens to generate; empty leaves it to the server
 * @param temperature empty leaves it to the provider's default
 * @param urgent whether a player waits for the answer
 */
public record ModelRequest(
    String purpose,
    List<Message> messages,
    Optional<AnswerSchema> schema,
    OptionalInt maxTokens,
    OptionalDouble temperature,
    boolean urgent) {

  public ModelRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs a message");
    }
  }
}
