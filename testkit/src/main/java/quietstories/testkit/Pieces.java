package quietstories.testkit;

import java.util.ArrayList;
import java.util.List;

/** Cuts text the way tokens do: into short runs that never split a character. */
final class Pieces {

  private static final int SIZE = 4;

  private Pieces() {}

  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + SIZE);
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        end++;
      }
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }
}
