package quietstories.tools;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds what somebody may have meant by a name that does not exist. */
final class NearMiss {

  private static final int SHOWN = 3;

  private NearMiss() {}

  /** Returns {@code "; did you mean …?"}, or nothing if no name is near. */
  static String hint(String name, Collection<String> names) {
    List<String> near = near(name, names);
    return near.isEmpty()
        ? ""
        : near.stream().collect(Collectors.joining("' or '", "; did you mean '", "'?"));
  }

  /** Returns the nearest names, nearest first: few edits apart, or one within the other. */
  static List<String> near(String name, Collection<String> names) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int most = Math.max(2, wanted.length() / 3);
    return names.stream()
        .filter(known -> apart(wanted, known.toLowerCase(Locale.ROOT)) <= most)
        .sorted(
            Comparator.<String>comparingInt(known -> apart(wanted, known.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SHOWN)
        .toList();
  }

  private static int apart(String one, String other) {
    boolean within = one.length() > 2 && other.length() > 2;
    return within && (one.contains(other) || other.contains(one)) ? 1 : edits(one, other);
  }

  /** Returns how many letters must be put in, left out or exchanged. */
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
