package quietstories.prompt;

/** Shortens text without splitting a character. */
final class Cut {

  private Cut() {}

  static String to(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    if (most <= 0) {
      return "…";
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "…";
  }

  /** Returns {@code head} and then {@code text}, shortened and only then quoted. */
  static String quoted(String head, String text, int most) {
    return head + PlayerWords.quoted(to(text, most));
  }
}
