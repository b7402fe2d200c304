package quietstories.memory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How memories are looked for. */
public enum SearchMode {
  /** By words and by meaning, and by what the question says of time and people. */
  HYBRID,
  /** By words alone: in the order of BM25. */
  KEYWORD,
  /** By meaning alone: in the order of cosines; only memories with a vector are found. */
  SEMANTIC;

  /** Returns the name in requests, such as {@code hybrid}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the mode of that name in any case, or empty if there is none. */
  public static Optional<SearchMode> named(String wireName) {
    String wanted = wireName.strip();
    return Arrays.stream(values()).filter(m -> m.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
