package quietstories.bench;

/** Text in HTML. */
final class Markup {

  private Markup() {}

  /** Returns text that shows as it is, between tags and in attributes. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(c) ? c : '\uFFFD');
              }
            });
    return safe.toString();
  }

  private static boolean isShown(int c) {
    boolean control = c < ' ' && c != '\n' && c != '\t';
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !half && c != 0xFFFE && c != 0xFFFF;
  }
}
