package quietstories.providers;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Passes text on in whole characters: a surrogate pair that was split between two pieces is joined,
 * and half a pair that stays alone becomes U+FFFD. A block of thoughts at the beginning, {@code
 * <think>…</think>}, is left out.
 *
 * <p>Some servers write the opening into the prompt, so that an answer begins in the middle of its
 * thoughts. Whether a model does that shows in its first answer, often that to a question of the
 * probe; from then on nothing is passed on before the thoughts have ended.
 */
final class TextPieces {

  private static final String THINK = "<think>";
  private static final String END = "</think>";
  private static final char UNKNOWN = '\uFFFD';

  private final Consumer<String> audience;
  private final StringBuilder all = new StringBuilder();
  private final StringBuilder pending = new StringBuilder();
  private final AtomicBoolean unannounced;
  private final boolean waiting;
  private boolean started;
  private boolean thinking;

  /**
   * Creates pieces of one answer.
   *
   * @param unannounced whether the model's last answer had an end of thoughts without a beginning
   */
  TextPieces(Consumer<String> audience, AtomicBoolean unannounced) {
    this.audience = audience;
    this.unannounced = unannounced;
    this.waiting = unannounced.get();
    this.thinking = waiting;
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
    boolean neverThought = waiting && thinking;
    if (!thinking || neverThought) {
      pass(true);
    }
    if (neverThought || all.indexOf(END) >= 0) {
      unannounced.set(!neverThought);
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
