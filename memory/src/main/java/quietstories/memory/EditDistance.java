package quietstories.memory;

/** How many letters two words are apart. */
final class EditDistance {

  private EditDistance() {}

  /**
   * Returns the Damerau-Levenshtein distance (optimal string alignment: insertions, deletions,
   * changes and swaps of neighbours), or {@code limit + 1} if it is above the limit.
   */
  static int between(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      fill(a, b, i, row, last, beforeLast);
    }
    return Math.min(row[b.length()], limit + 1);
  }

  private static void fill(String a, String b, int i, int[] row, int[] last, int[] beforeLast) {
    row[0] = i;
    for (int j = 1; j <= b.length(); j++) {
      int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
      row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
      if (i > 1
          && j > 1
          && a.charAt(i - 1) == b.charAt(j - 2)
          && a.charAt(i - 2) == b.charAt(j - 1)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
  }
}
