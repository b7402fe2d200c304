package quietstories.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a memory is about. */
public enum MemoryScope {
  BELIEF,
  RELATIONSHIP,
  EVENT,
  LOCATION,
  GOAL,
  GENERAL,
  EMOTION;

  /** Returns the name in answers, such as {@code belief}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the scope of that name in any case, or empty if there is none. */
  public static Optional<MemoryScope> named(String wireName) {
    String wanted = wireName.strip();
    return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(wanted)).findFirst();
  }

  /** Returns all names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(MemoryScope::wireName).toList();
  }

  /** Returns all names, for messages. */
  public static String allowed() {
    return String.join(", ", names());
  }
}
