package quietstories.providers;

import java.util.function.Consumer;

/**
 * Passes text on in whole characters: a surrogate pair that was split between two pieces is joined,
 * and half a pair that stays alone becomes U+FFFD. A block of thoughts at the beginning, {@code
 * <think>…</think>}, is left out.
 */
final class TextPieces {

  private static final String THINK = "<think>";
  private static final String END = "</think>";
  private static final char UNKNOWN = '\uFFFD';

  private final Consumer<String> audience;
  private final StringBuilder all = new StringBuilder();
  private final StringBuilder pending = new StringBuilder();
  private boolean started;
  private boolean thinking;

  TextPieces(Consumer<String> audience) {
    this.audience = audience;
  }

  void accept(String piece) {
    pending.append(piece);
    if (!started) {
      begin();
    }
    if (started) {
      pass(false);
    }
  }

  /** Ends the text: what was held back and proved harmless is passed on. */
  void end() {
    if (!thinking) {
      pass(true);
    }
  }

  /** Returns everything that was passed on. */
  String all() {
    return all.toString();
  }

  private void begin() {
    if (thinking) {
      int end = pending.indexOf(END);
      if (end >= 0) {
        pending.delete(0, end + END.length());
        thinking = false;
        started = true;
      }
      return;
    }
    String text = pending.toString().stripLeading();
    if (text.startsWith(THINK)) {
      thinking = true;
      begin();
    } else if (!THINK.startsWith(text)) {
      started = true;
    }
  }

  private void pass(boolean last) {
    int end = pending.length();
    if (!last && end > 0 && Character.isHighSurrogate(pending.charAt(end - 1))) {
      end--;
    }
    if (end > 0) {
      String text = whole(pending.substring(0, end));
      pending.delete(0, end);
      all.append(text);
      audience.accept(text);
    }
  }

  private static String whole(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isBmpCodePoint(c) && Character.isSurrogate((char) c) ? UNKNOWN : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
