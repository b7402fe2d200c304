package quietstories.prompt;

import java.util.List;
import quietstories.model.Message;
import quietstories.story.Turn;

/**
 * Chooses the earlier turns that a prompt repeats.
 *
 * <p>The oldest ones are dropped in steps of half a window, and at turn numbers that depend on
 * nothing but the limits. So between two steps a prompt begins with the very bytes of the one
 * before it, and a server's prefix cache holds.
 */
final class HistoryWindow {

  private HistoryWindow() {}

  /** Returns the messages of the newest turns that fit into {@code tokens}, oldest first. */
  static List<Message> messages(
      List<Turn> history, PromptLimits limits, int tokens, AnswerForm form) {
    int step = Math.max(1, limits.maxTurnHistory() / 2);
    List<Turn> kept = aligned(history, limits.maxTurnHistory(), step);
    List<Message> messages = write(kept, form);
    while (!kept.isEmpty() && TokenEstimate.of(messages) > tokens) {
      kept = aligned(kept, Math.max(0, kept.size() - 1), step);
      messages = write(kept, form);
    }
    return messages;
  }

  /** Drops turns from the front until at most {@code most} are left and the first opens a step. */
  private static List<Turn> aligned(List<Turn> turns, int most, int step) {
    int drop = Math.max(0, turns.size() - most);
    while (drop < turns.size() && (turns.get(drop).number() - 1) % step != 0) {
      drop++;
    }
    return turns.subList(drop, turns.size());
  }

  private static List<Message> write(List<Turn> turns, AnswerForm form) {
    return turns.stream().flatMap(turn -> PastTurn.messages(turn, form).stream()).toList();
  }
}
