package quietstories.engine.telling;

import java.util.function.Consumer;
import quietstories.prompt.NarratorText;
import quietstories.story.ToolAccess;

/**
 * Takes the narrative out of a model's answer while it streams, whatever form the answer has: prose
 * with a marker and JSON behind it, one JSON object, either of them in a code fence. What was asked
 * for does not matter, since models do not always do as they are asked.
 *
 * <p>Only as much is held back as might still turn out to be the beginning of something that no
 * player should see.
 */
final class AnswerStream implements Hearing {

  /** Where the structured part begins, if it is not announced as it should be. */
  private static final String[] DIVIDERS = {NarratorText.MARKER, "\n{", "```", "\n[["};

  private final Consumer<String> story;
  private final Veil thoughts = new Veil(Veil.THOUGHTS, this::heard);
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

  AnswerStream(Consumer<String> story) {
    this.story = story;
    this.field = new NarrativeField(story);
  }

  @Override
  public void text(String piece) {
    thoughts.accept(piece);
  }

  /** Calls say nothing about where the story ends in a text that has a form of its own. */
  @Override
  public void call(ToolAccess access) {}

  private void heard(String piece) {
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

  @Override
  public void end() {
    thoughts.end();
    if (part == Part.START && !fenceMayFollow()) {
      part = Part.PROSE;
    }
    if (part == Part.PROSE) {
      int divider = firstDivider();
      pass(divider < 0 ? pending.length() : divider);
      pending.setLength(0);
    }
  }

  @Override
  public boolean closed() {
    return part == Part.BEHIND_PROSE || field.closed();
  }

  @Override
  public String structured() {
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
      pass(divider);
      structured.append(pending);
      pending.setLength(0);
      part = Part.BEHIND_PROSE;
    } else {
      pass(pending.length() - heldBack());
    }
  }

  private void pass(int length) {
    if (length > 0) {
      story.accept(pending.substring(0, length));
      pending.delete(0, length);
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
