package quietstories.engine;

import java.util.function.Consumer;
import quietstories.prompt.NarratorText;

/**
 * Takes the narrative out of a model's answer while it streams, whatever form the answer has: prose
 * with a marker and JSON behind it, one JSON object, either of them in a code fence. What was asked
 * for does not matter, since models do not always do as they are asked.
 *
 * <p>Only as much is held back as might still turn out to be the beginning of something that no
 * player should see.
 */
final class AnswerStream {

  /** Where the structured part begins, if it is not announced as it should be. */
  private static final String[] DIVIDERS = {NarratorText.MARKER, "\n{", "\n```", "\n[["};

  private final NarrativeSink sink;
  private final StringBuilder pending = new StringBuilder();
  private final StringBuilder structured = new StringBuilder();
  private final NarrativeField field;
  private Part part = Part.START;

  private enum Part {
    START,
    PROSE,
    BEHIND_PROSE,
    JSON
  }

  AnswerStream(Consumer<String> audience) {
    this.sink = new NarrativeSink(audience);
    this.field = new NarrativeField(sink::accept);
  }

  /** Takes the next piece of the answer. */
  void accept(String piece) {
    switch (part) {
      case START -> {
        pending.append(piece);
        decide();
      }
      case PROSE -> {
        pending.append(piece);
        prose();
      }
      case BEHIND_PROSE -> structured.append(piece);
      case JSON -> {
        structured.append(piece);
        field.accept(piece);
      }
    }
  }

  /** Ends the answer: what was held back and turned out to be prose is passed on. */
  void end() {
    if (part == Part.START && !fenceMayFollow()) {
      part = Part.PROSE;
    }
    if (part == Part.PROSE) {
      int divider = firstDivider();
      sink.accept(divider < 0 ? pending.toString() : pending.substring(0, divider));
      pending.setLength(0);
    }
  }

  /** Returns the narrative that was passed on. */
  String narrative() {
    return sink.told();
  }

  /** Returns whether the narrative was seen to end before the answer did. */
  boolean narrativeClosed() {
    return part == Part.BEHIND_PROSE || field.closed();
  }

  /** Returns the text of the structured part, from its first brace; empty if there is none. */
  String structured() {
    int brace = structured.indexOf("{");
    return brace < 0 ? "" : structured.substring(brace);
  }

  /** Decides at the first visible character whether the answer is JSON or prose. */
  private void decide() {
    String text = pending.toString().stripLeading();
    if (text.startsWith("```")) {
      int line = text.indexOf('\n');
      if (line < 0) {
        return;
      }
      pending.setLength(0);
      pending.append(text.substring(line + 1));
      decide();
    } else if (text.startsWith("{")) {
      part = Part.JSON;
      pending.setLength(0);
      structured.append(text);
      field.accept(text);
    } else if (!text.isEmpty() && !"```".startsWith(text)) {
      part = Part.PROSE;
      prose();
    }
  }

  private boolean fenceMayFollow() {
    return pending.toString().strip().startsWith("```");
  }

  private void prose() {
    int divider = firstDivider();
    if (divider >= 0) {
      sink.accept(pending.substring(0, divider));
      structured.append(pending, divider, pending.length());
      pending.setLength(0);
      part = Part.BEHIND_PROSE;
    } else {
      int safe = pending.length() - heldBack();
      sink.accept(pending.substring(0, safe));
      pending.delete(0, safe);
    }
  }

  private int firstDivider() {
    int first = -1;
    for (String divider : DIVIDERS) {
      int at = pending.indexOf(divider);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  /** Returns how many characters at the end may be the beginning of a divider. */
  private int heldBack() {
    int most = 0;
    for (String divider : DIVIDERS) {
      for (int length = Math.min(divider.length() - 1, pending.length()); length > most; length--) {
        if (pending.substring(pending.length() - length).equals(divider.substring(0, length))) {
          most = length;
        }
      }
    }
    return most;
  }
}
