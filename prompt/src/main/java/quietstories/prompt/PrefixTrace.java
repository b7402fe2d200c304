package quietstories.prompt;

import java.util.List;
import java.util.Optional;
import quietstories.model.Message;
import quietstories.model.ToolSpec;

/**
 * What remains of a prompt so that the next one can be compared with it: a length and a hash of 64
 * bits for each message, and what could explain a difference.
 *
 * @param tools stands for all tools together
 * @param messages one for each message, in order
 * @param opening how many of them are the fixed beginning
 * @param firstTurn the number of the first turn that is repeated, 0 if none is
 * @param summarised the last turn that the summary in it tells of, 0 without one
 */
public record PrefixTrace(
    AnswerForm form,
    PromptLimits limits,
    Mark tools,
    List<Mark> messages,
    int opening,
    int firstTurn,
    int summarised) {

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /**
   * Stands for some text.
   *
   * @param length in characters
   * @param hash by the FNV-1a function over its characters
   */
  public record Mark(int length, long hash) {}

  public PrefixTrace {
    messages = List.copyOf(messages);
  }

  /** Returns the trace of a prompt. */
  static PrefixTrace of(
      AnswerForm form,
      PromptLimits limits,
      List<ToolSpec> tools,
      List<Message> messages,
      int opening,
      HistoryPart history) {
    return new PrefixTrace(
        form,
        limits,
        tools(tools),
        messages.stream().map(PrefixTrace::mark).toList(),
        opening,
        history.firstTurn(),
        history.summarised());
  }

  /** Returns the length of the first {@code count} messages, in characters. */
  int characters(int count) {
    return messages.subList(0, count).stream().mapToInt(Mark::length).sum();
  }

  /** Returns the turn at which the window begins if the limits and the form are still those. */
  public Optional<Integer> begun(PromptLimits now, AnswerForm nowForm) {
    boolean same = limits.equals(now) && form == nowForm && firstTurn > 0;
    return same ? Optional.of(firstTurn) : Optional.empty();
  }

  private static Mark tools(List<ToolSpec> tools) {
    long hash = SEED;
    int length = 0;
    for (ToolSpec tool : tools) {
      for (String text : List.of(tool.name(), tool.description(), tool.parameters().write())) {
        hash = add(hash, text);
        length += text.length();
      }
    }
    return new Mark(length, hash);
  }

  private static Mark mark(Message message) {
    long hash = add(SEED, message.role().name());
    return new Mark(message.text().length(), add(hash, message.text()));
  }

  private static long add(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    // why: so that two texts one after the other differ from the same characters cut elsewhere.
    return (hash ^ 0xffff) * PRIME;
  }
}
