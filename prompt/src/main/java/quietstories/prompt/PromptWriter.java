package quietstories.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quietstories.model.Message;
import quietstories.model.ToolSpec;

/**
 * Writes what a narrator is sent: a system message that stays the same for a whole session, earlier
 * turns to which each turn only appends, and a last message with everything that changes.
 */
public final class PromptWriter {

  private PromptWriter() {}

  /**
   * Returns the prompt for {@code scene}. The system message and the last message are always there,
   * with the player's words whole; earlier turns are left out, oldest first, until the rest fits
   * into the limits.
   *
   * @param tools what the narrator may call, in any order
   */
  public static Prompt write(
      Scene scene, PromptLimits limits, AnswerForm form, List<ToolSpec> tools) {
    List<Message> opening = Opening.messages(scene.session(), form);
    Message last =
        Message.user(LastMessage.write(scene, TokenEstimate.characters(limits.maxContextTokens())));
    int left = limits.maxContextTokens() - TokenEstimate.of(opening) - TokenEstimate.of(last);
    List<Message> history = HistoryWindow.messages(scene.history(), limits, left, form);
    List<Message> messages = new ArrayList<>(opening);
    messages.addAll(history);
    messages.add(last);
    return new Prompt(
        messages,
        tools.stream().sorted(Comparator.comparing(ToolSpec::name)).toList(),
        limits.enableCaching() ? messages.size() - 1 : 0,
        form == AnswerForm.JSON ? Optional.of(OutcomeSchema.SCHEMA) : Optional.empty(),
        scene.history().size() - history.size() / 2);
  }
}
