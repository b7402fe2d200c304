package quietstories.story;

import java.util.Arrays;
import java.util.Locale;

/** What a tool may do. Every tool has exactly one access. */
public enum ToolAccess {
  /**
   * It looks and changes nothing: its result depends on what it sees and on its arguments alone.
   */
  READ,
  /** It wishes for changes, which the rules admit or refuse. */
  WRITE;

  /** Returns the name in events and records: {@code read} or {@code write}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the access of that name. */
  static ToolAccess named(String wireName) {
    return Arrays.stream(values())
        .filter(value -> value.name().equalsIgnoreCase(wireName))
        .findFirst()
        .orElseThrow(() -> new InvalidStory("access", "'" + wireName + "' is unknown"));
  }
}
