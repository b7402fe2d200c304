package quietstories.engine.telling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Reads the string member {@code narrative} out of a JSON object while its text arrives, character
 * by character. The member may stand at the root or one level below it, as in {@code
 * {"outcome":{"narrative":…}}}; of several the first counts.
 */
final class NarrativeField {

  private static final String NAME = "narrative";
  private static final int DEEPEST = 2;

  private final Consumer<String> audience;
  private final StringBuilder string = new StringBuilder();
  private final StringBuilder escape = new StringBuilder();
  private final Deque<Character> open = new ArrayDeque<>();
  private boolean inString;
  private boolean escaped;
  private boolean afterColon;
  private boolean telling;
  private boolean closed;
  private String lastString = "";

  NarrativeField(Consumer<String> audience) {
    this.audience = audience;
  }

  /** Takes the next piece of JSON text. */
  void accept(String piece) {
    for (int i = 0; i < piece.length() && !closed; i++) {
      if (inString) {
        inString(piece.charAt(i));
      } else {
        outside(piece.charAt(i));
      }
    }
    tellWhole();
  }

  /** Returns whether the narrative's closing quote was seen. */
  boolean closed() {
    return closed;
  }

  private void outside(char c) {
    switch (c) {
      case '"' -> {
        inString = true;
        string.setLength(0);
        boolean wanted = afterColon && lastString.equals(NAME) && inObject();
        telling = wanted && open.size() <= DEEPEST;
        afterColon = false;
      }
      case ':' -> afterColon = true;
      case '{', '[' -> {
        open.push(c);
        afterColon = false;
      }
      case '}', ']' -> {
        open.poll();
        afterColon = false;
      }
      case ',' -> afterColon = false;
      default -> {
        // why: digits, literals and white space say nothing about where strings begin.
      }
    }
  }

  private boolean inObject() {
    return !open.isEmpty() && open.peek() == '{';
  }

  private void inString(char c) {
    if (escaped) {
      escape.append(c);
      unescape();
    } else if (c == '\\') {
      escaped = true;
      escape.setLength(0);
    } else if (c == '"') {
      inString = false;
      lastString = string.toString();
      closed = telling;
    } else {
      string.append(c);
    }
    if (closed) {
      audience.accept(string.toString());
      string.setLength(0);
    }
  }

  private void unescape() {
    boolean unicode = escape.charAt(0) == 'u';
    if (unicode && escape.length() < 5) {
      return;
    }
    escaped = false;
    if (unicode) {
      try {
        string.append((char) Integer.parseInt(escape.substring(1), 16));
      } catch (NumberFormatException e) {
        string.append('\uFFFD');
      }
      return;
    }
    string.append(
        switch (escape.charAt(0)) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          default -> escape.charAt(0);
        });
  }

  /** Passes on what has arrived of the narrative, but never half a surrogate pair. */
  private void tellWhole() {
    if (!telling || closed || string.isEmpty()) {
      return;
    }
    int end = string.length();
    if (Character.isHighSurrogate(string.charAt(end - 1))) {
      end--;
    }
    if (end > 0) {
      audience.accept(string.substring(0, end));
      string.delete(0, end);
    }
  }
}
