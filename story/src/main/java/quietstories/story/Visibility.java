package quietstories.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may know a memory. */
public enum Visibility {
  /** Its owner alone. */
  PRIVATE,
  /** Everybody in the story. */
  PUBLIC;

  /** Returns the name in answers: {@code private} or {@code public}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the visibility of that name in any case, or empty if there is none. */
  public static Optional<Visibility> named(String wireName) {
    String wanted = wireName.strip();
    return Arrays.stream(values()).filter(v -> v.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
