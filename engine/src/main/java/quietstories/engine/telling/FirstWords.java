package quietstories.engine.telling;

import java.util.function.Consumer;

/**
 * Holds back the first words of an answer, which are often no story but an announcement that the
 * model is about to look something up.
 */
final class FirstWords {

  private static final int WORDS = 8;

  private final Consumer<String> audience;
  private final StringBuilder held = new StringBuilder();
  private boolean released;

  FirstWords(Consumer<String> audience) {
    this.audience = audience;
  }

  void accept(String piece) {
    if (released) {
      audience.accept(piece);
      return;
    }
    held.append(piece);
    if (held.toString().strip().split("\\s+").length > WORDS) {
      release();
    }
  }

  /** Drops what is held back: the words led up to a look at something. */
  void drop() {
    if (!released) {
      held.setLength(0);
      released = true;
    }
  }

  /** Passes on what is held back. */
  void release() {
    released = true;
    if (!held.isEmpty()) {
      String text = held.toString();
      held.setLength(0);
      audience.accept(text);
    }
  }
}
