package quietstories.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quietstories.model.Message;
import quietstories.model.ToolSpec;

/**
 * Writes what a narrator is sent: tools in a fixed order, a system message that stays the same for
 * a whole session, earlier turns to which each turn only appends, and a last message with
 * everything that changes.
 */
public final class PromptWriter {

  private PromptWriter() {}

  /**
   * Returns the prompt for {@code scene}. The system message and the last message are always there,
   * with the player's words whole; earlier turns are left out, oldest first, until the rest fits
   * into the limits.
   *
   * @param tools what the narrator may call, in any order
   * @param estimate counts tokens as the model does that will read the prompt
   */
  public static Prompt write(
      Scene scene,
      PromptLimits limits,
      AnswerForm form,
      List<ToolSpec> tools,
      TokenEstimate estimate) {
    Room room = Room.of(limits, form);
    List<ToolSpec> sorted = tools.stream().sorted(Comparator.comparing(ToolSpec::name)).toList();
    List<Message> opening = Opening.messages(scene.session(), form, room);
    Message last = Message.user(LastMessage.write(scene, limits, room));
    int left =
        limits.maxContextTokens()
            - estimate.ofTools(sorted)
            - estimate.of(opening)
            - estimate.of(last);
    HistoryPart history = HistoryPart.of(scene, limits, form, estimate, left);
    List<Message> messages = new ArrayList<>(opening);
    messages.addAll(history.messages());
    messages.add(last);
    return new Prompt(
        messages,
        sorted,
        limits.enableCaching() ? messages.size() - 1 : 0,
        form == AnswerForm.JSON ? Optional.of(OutcomeSchema.SCHEMA) : Optional.empty(),
        history.leftOut(),
        history.dueThrough(),
        PrefixTrace.of(form, limits, sorted, messages, opening.size(), history));
  }

  /** Returns the prompt for a model of which nothing is known. */
  public static Prompt write(
      Scene scene, PromptLimits limits, AnswerForm form, List<ToolSpec> tools) {
    return write(scene, limits, form, tools, TokenEstimate.DEFAULT);
  }
}
