package quietstories.engine.telling;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Drops the player's own words where a narrative opens with them.
 *
 * <p>An echo is a first line that holds nothing but what the player wrote, letter for letter apart
 * from case, punctuation and quotation marks, with or without a label such as {@code You:} or
 * {@code The player:} in front. Words that are quoted within a sentence of the story are no echo.
 * Text is held back only as long as it may still become one.
 */
final class Echo {

  private static final List<String> LABELS =
      List.of("", "you ", "player ", "the player ", "you say ", "the player says ");

  private final String words;
  private final Consumer<String> audience;
  private final StringBuilder pending = new StringBuilder();
  private boolean over;

  Echo(String words, Consumer<String> audience) {
    this.words = plain(words);
    this.audience = audience;
    this.over = this.words.isEmpty();
  }

  void accept(String piece) {
    if (over) {
      audience.accept(piece);
      return;
    }
    pending.append(piece);
    int start = 0;
    while (start < pending.length() && Character.isWhitespace(pending.charAt(start))) {
      start++;
    }
    int line = pending.indexOf("\n", start);
    String first = plain(pending.substring(start, line < 0 ? pending.length() : line));
    boolean possible = LABELS.stream().anyMatch(label -> (label + words).startsWith(first));
    if (line >= 0 && isEcho(first)) {
      pending.delete(0, line);
      pass();
    } else if (line >= 0 || !possible) {
      pass();
    }
  }

  /** Ends the narrative: what is left is an echo or is passed on. */
  void end() {
    if (!over && !isEcho(plain(pending.toString()))) {
      pass();
    }
    pending.setLength(0);
  }

  private boolean isEcho(String line) {
    return LABELS.stream().anyMatch(label -> line.equals((label + words).strip()));
  }

  private void pass() {
    over = true;
    if (!pending.isEmpty()) {
      String text = pending.toString();
      pending.setLength(0);
      audience.accept(text);
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
