package quietstories.story;

import java.util.Arrays;
import java.util.Locale;

/** What became of a call of a tool. */
public enum ToolFate {
  /** It ran and gave its result; a write took effect or had nothing to change. */
  OK,
  /** The same call had run already in this turn, and its result was given again. */
  MEMOISED,
  /** The rules admitted nothing of what it wished for. */
  REFUSED,
  /** Its arguments could not be used, or it failed. */
  FAILED,
  /** There is no such tool. */
  UNKNOWN,
  /** It took too long and was given up; nothing of it takes effect. */
  TIMED_OUT;

  /** Returns the name in records, such as {@code timed_out}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the narrator got what it asked for. */
  public boolean isGood() {
    return this == OK || this == MEMOISED;
  }

  /** Returns the fate of that name. */
  static ToolFate named(String wireName) {
    return Arrays.stream(values())
        .filter(value -> value.name().equalsIgnoreCase(wireName))
        .findFirst()
        .orElseThrow(() -> new InvalidStory("outcome", "'" + wireName + "' is unknown"));
  }
}
