package quietstories.prompt;

import java.util.List;
import java.util.Optional;
import quietstories.model.AnswerSchema;
import quietstories.model.Message;

/**
 * What a narrator is sent.
 *
 * @param messages the system message, earlier turns, and last of all what is new
 * @param schema the form of the answer, if the server is to keep to one
 * @param turnsLeftOut how many of the earlier turns given to the writer did not fit
 */
public record Prompt(List<Message> messages, Optional<AnswerSchema> schema, int turnsLeftOut) {

  public Prompt {
    messages = List.copyOf(messages);
  }
}
