package quietstories.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quietstories.model.Message;
import quietstories.story.Session;
import quietstories.story.StorySoFar;
import quietstories.story.Turn;

/**
 * The growing part of a prompt.
 *
 * @param messages the earlier turns, oldest first, headed by a summary of what fell out
 * @param firstTurn the number of the first of them, 0 without any
 * @param summarised the last turn that the summary tells of, 0 without one
 * @param dueThrough the last turn of which a summary should tell soon, empty if none is due
 */
record HistoryPart(
    List<Message> messages, int firstTurn, int summarised, OptionalInt dueThrough, int leftOut) {

  private static final HistoryPart EMPTY = new HistoryPart(List.of(), 0, 0, OptionalInt.empty(), 0);

  HistoryPart {
    messages = List.copyOf(messages);
  }

  /** Returns the part for a scene's history, of at most {@code tokens} tokens. */
  static HistoryPart of(
      Scene scene, PromptLimits limits, AnswerForm form, TokenEstimate estimate, int tokens) {
    List<Turn> turns = scene.history();
    if (turns.isEmpty()) {
      return EMPTY;
    }
    Session session = scene.session();
    int summaryRoom = Room.of(limits, form).summary();
    HistoryWindow window =
        new HistoryWindow(limits, Math.max(0, tokens - (int) (summaryRoom / 4.0)));
    List<List<Message>> written =
        turns.stream().map(turn -> PastTurn.messages(turn, form)).toList();
    List<Integer> sizes = written.stream().map(estimate::of).toList();
    int number = turns.getFirst().number();
    int begun = scene.keptFrom() == 0 ? 0 : scene.keptFrom() - number;
    int told = session.summary().map(StorySoFar::through).orElse(0);
    int out = window.leftOut(sizes, begun, told - number + 1);
    int first = number + out;
    Optional<StorySoFar> summary = session.summary().filter(_ -> first > 1);
    List<Message> messages = new ArrayList<>();
    written.subList(out, written.size()).forEach(messages::addAll);
    summary.ifPresent(known -> head(messages, known, summaryRoom));
    return new HistoryPart(
        messages,
        out == turns.size() ? 0 : first,
        summary.filter(_ -> !messages.isEmpty()).map(StorySoFar::through).orElse(0),
        due(window, sizes, out, first, told),
        out);
  }

  /** The summary heads the first message, since some models want user and assistant in turn. */
  private static void head(List<Message> messages, StorySoFar summary, int room) {
    if (!messages.isEmpty()) {
      messages.set(0, Message.user(line(summary, room) + "\n" + messages.getFirst().text()));
    }
  }

  static String line(StorySoFar summary, int room) {
    return Cut.quoted("What happened before: ", summary.text(), room);
  }

  /**
   * A summary is due of what has fallen out untold, and of what the next cut would take. The window
   * is cut when it is there, so that both break the prefix together.
   */
  private static OptionalInt due(
      HistoryWindow window, List<Integer> sizes, int out, int first, int told) {
    int next = window.filling(sizes, out) ? first - out + window.cut(sizes, out) - 1 : first - 1;
    return next > told ? OptionalInt.of(next) : OptionalInt.empty();
  }
}
