package quietstories.providers;

/** Tells, piece by piece, when the brackets of a JSON object or array are all closed again. */
final class JsonBalance {

  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean closed;

  void accept(String piece) {
    for (int i = 0; i < piece.length() && !closed; i++) {
      next(piece.charAt(i));
    }
  }

  /** Returns whether the first bracket that was opened is closed. */
  boolean isClosed() {
    return closed;
  }

  private void next(char c) {
    if (inText) {
      inText = escaped || c != '"';
      escaped = !escaped && c == '\\';
      return;
    }
    switch (c) {
      case '"' -> inText = true;
      case '{', '[' -> depth++;
      case '}', ']' -> {
        depth--;
        closed = depth == 0;
      }
      default -> {
        // why: everything else leaves the depth as it is.
      }
    }
  }
}
