package quietstories.engine.telling;

import java.util.function.Consumer;

/**
 * Passes a narrative on without the white space around it. White space is held back until more text
 * follows, so that what was passed on is at every moment a beginning of what is kept.
 */
final class NarrativeSink {

  private final Consumer<String> audience;
  private final StringBuilder told = new StringBuilder();
  private final StringBuilder held = new StringBuilder();

  NarrativeSink(Consumer<String> audience) {
    this.audience = audience;
  }

  void accept(String piece) {
    held.append(piece);
    int end = held.length();
    while (end > 0 && Character.isWhitespace(held.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (told.isEmpty() && start < end && Character.isWhitespace(held.charAt(start))) {
      start++;
    }
    if (end > start) {
      String text = held.substring(start, end);
      held.delete(0, end);
      told.append(text);
      audience.accept(text);
    }
  }

  /** Returns everything that was passed on. */
  String told() {
    return told.toString();
  }
}
