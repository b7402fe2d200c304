package quietstories.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The eight emotions of Plutchik's wheel. */
public enum Emotion {
  JOY,
  SADNESS,
  ANGER,
  FEAR,
  DISGUST,
  SURPRISE,
  TRUST,
  ANTICIPATION;

  /** Returns the name in answers, such as {@code joy}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the emotion of that name in any case, or empty if it is none of the eight. */
  public static Optional<Emotion> named(String wireName) {
    String wanted = wireName.strip();
    return Arrays.stream(values()).filter(e -> e.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
