package quietstories.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an enrichment task has come. */
public enum TaskStatus {
  QUEUED,
  PROCESSING,
  COMPLETED,
  /** It was tried often enough and rests. */
  FAILED;

  /** Returns the name in answers, such as {@code queued}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the status of that name in any case, or empty if there is none. */
  public static Optional<TaskStatus> named(String wireName) {
    return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(wireName)).findFirst();
  }
}
