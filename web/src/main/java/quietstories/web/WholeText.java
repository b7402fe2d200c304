package quietstories.web;

/** Joins pieces of text so that none of them ends within a surrogate pair. */
final class WholeText {

  private String held = "";

  /** Returns what can be sent now that {@code piece} has come. */
  String take(String piece) {
    String text = held + piece;
    boolean torn = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    int end = torn ? text.length() - 1 : text.length();
    held = text.substring(end);
    return text.substring(0, end);
  }
}
