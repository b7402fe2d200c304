package quietstories.app;

/** Text from outside, made fit to stand on one line of a terminal or a log. */
final class PlainText {

  private PlainText() {}

  /**
   * Returns {@code text} on one line: everything that could end a line, move the cursor or turn the
   * direction of writing is spelled as an escape, so that no text can pass for another line.
   */
  static String oneLine(String text) {
    if (text.chars().noneMatch(PlainText::steers)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (steers(c)) {
            line.append(String.format("\\u%04x", (int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }

  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
