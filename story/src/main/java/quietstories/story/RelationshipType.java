package quietstories.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to somebody else. */
public enum RelationshipType {
  FAMILY,
  FRIENDSHIP,
  ROMANTIC,
  ADVERSARIAL,
  MENTOR,
  PROFESSIONAL,
  ACQUAINTANCE;

  /** Returns the name in answers, such as {@code friendship}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the type of that name in any case, or empty if there is none. */
  public static Optional<RelationshipType> named(String wireName) {
    String wanted = wireName.strip();
    return Arrays.stream(values()).filter(t -> t.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
