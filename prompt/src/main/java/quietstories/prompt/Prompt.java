package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quietstories.model.AnswerSchema;
import quietstories.model.Message;
import quietstories.model.ToolSpec;

/**
 * What a narrator is sent.
 *
 * @param messages the system message, earlier turns, and last of all what is new
 * @param tools what it may call, sorted by name so that the prompt's bytes never depend on chance
 * @param stableMessages how many messages at the beginning will come again unchanged in the next
 *     prompt; 0 if nothing shall be kept in a cache
 * @param schema the form of the answer, if the server is to keep to one
 * @param turnsLeftOut how many of the earlier turns given to the writer did not fit
 * @param summaryDue the last turn of which a summary should tell soon, empty if none is due
 * @param trace what the next prompt of the session is compared with
 */
public record Prompt(
    List<Message> messages,
    List<ToolSpec> tools,
    int stableMessages,
    Optional<AnswerSchema> schema,
    int turnsLeftOut,
    OptionalInt summaryDue,
    PrefixTrace trace) {

  public Prompt {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /**
   * Returns how the prompt begins whatever the player says: all messages but the last, and of that
   * one the first line, which tells the state.
   */
  public List<Message> beginning() {
    Message last = messages.getLast();
    List<Message> known = new ArrayList<>(messages.subList(0, messages.size() - 1));
    known.add(Message.user(last.text().lines().findFirst().orElse("")));
    return known;
  }
}
