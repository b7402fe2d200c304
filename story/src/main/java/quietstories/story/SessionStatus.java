package quietstories.story;

import java.util.Locale;

/** Whether a session's story goes on. */
public enum SessionStatus {
  ACTIVE,
  LOST,
  WON;

  /** Returns the name in answers, such as {@code active}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the status of that name. */
  public static SessionStatus named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
