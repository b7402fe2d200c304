package quietstories.story;

import java.util.Locale;

/** How far a scenario has come. Only a compiled one can be played. */
public enum ScenarioStatus {
  GENERATED,
  IMPORTED,
  COMPILED,
  FAILED;

  /** Returns the name in answers, such as {@code compiled}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the status of that name. */
  public static ScenarioStatus named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
