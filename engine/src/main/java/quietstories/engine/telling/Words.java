package quietstories.engine.telling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.json.JsonPath;

/** Turns labels, paths and players' words into parts of English sentences. */
final class Words {

  private static final Set<String> QUESTIONS =
      Set.of(
          "what", "who", "where", "why", "how", "when", "which", "is", "are", "do", "does", "can");
  private static final Set<String> SPEECH =
      Set.of("say", "tell", "shout", "whisper", "answer", "reply", "hello", "yes", "no", "hi");
  private static final Set<String> NO_VERB =
      Set.of(
          "the", "a", "an", "he", "she", "it", "they", "we", "there", "this", "that", "my", "you");
  private static final Set<String> OWN = Set.of("player", "hero", "character", "me", "self");
  private static final Set<String> SHELVES =
      Set.of("flags", "state", "world", "stats", "counters", "progress", "resources");
  private static final Set<String> ARTICLES =
      Set.of(
          "A", "An", "The", "One", "Two", "Some", "Somebody", "Someone", "Something", "Your", "It");
  private static final Pattern FLAG =
      Pattern.compile("([\\w.]+) is (true|false|missing|not true)(, but .*)?");
  private static final Pattern PLACE = Pattern.compile("\\b[a-z_]\\w*(\\.\\w+)+\\b");
  private static final int LONGEST_DEED = 90;

  private Words() {}

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns an imperative such as a button's label as it stands after "you". */
  static String deed(String label) {
    String text = label.strip().replaceAll("[.!…]+$", "");
    boolean shouted = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return text.isEmpty() || shouted
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Returns a sentence as it stands inside another one. */
  static String withinSentence(String sentence) {
    String open = sentence.strip().replaceAll("[.!?…]+$", "");
    return ARTICLES.contains(open.split(" ", 2)[0])
        ? open.substring(0, 1).toLowerCase(Locale.ROOT) + open.substring(1)
        : open;
  }

  /** Returns the rules' reason with places in the state in plain words. */
  static String reason(String reason) {
    Matcher flag = FLAG.matcher(reason);
    if (flag.matches()) {
      String fact = fact(JsonPath.parse(flag.group(1)));
      return (flag.group(2).equals("true") ? "one thing is in the way: " : "one thing is missing: ")
          + fact;
    }
    return PLACE
        .matcher(reason.replaceAll("[.]+$", ""))
        .replaceAll(place -> Matcher.quoteReplacement(thing(JsonPath.parse(place.group()))));
  }

  /** What kind of thing a player's free words are. */
  enum Kind {
    DEED,
    SPEECH,
    QUESTION
  }

  static Kind kind(String text) {
    String first = first(text);
    if (text.strip().endsWith("?") || QUESTIONS.contains(first)) {
      return Kind.QUESTION;
    }
    boolean quoted = text.strip().startsWith("\"") || text.strip().startsWith("“");
    return quoted || SPEECH.contains(first) || freeDeed(text).isEmpty() ? Kind.SPEECH : Kind.DEED;
  }

  /** Returns the player's words as they stand after "you", if they are short and plain enough. */
  static Optional<String> freeDeed(String text) {
    String plain = text.strip().replaceAll("[.!…]+$", "");
    boolean simple =
        !plain.isEmpty()
            && plain.length() <= LONGEST_DEED
            && plain.chars().allMatch(c -> Character.isLetterOrDigit(c) || " ',-".indexOf(c) >= 0)
            && plain.chars().allMatch(c -> c < 0x250);
    if (!simple) {
      return Optional.empty();
    }
    String own = plain.replaceFirst("(?i)^(then |now |and )*i ('?(ll|will|try to|want to) )?", "");
    if (NO_VERB.contains(first(own))) {
      return Optional.empty();
    }
    return Optional.of(secondPerson(deed(own)));
  }

  private static String secondPerson(String text) {
    return text.replaceAll("(?i)\\bmyself\\b", "yourself")
        .replaceAll("(?i)\\bmy\\b", "your")
        .replaceAll("(?i)\\bmine\\b", "yours")
        .replaceAll("(?i)\\bme\\b", "you")
        .replaceAll("\\bI am\\b", "you are")
        .replaceAll("\\bI\\b", "you");
  }

  private static String first(String text) {
    return List.of(text.strip().split("[\\s,.!?]+", 2)).getFirst().toLowerCase(Locale.ROOT);
  }

  /** Returns what a place in the state is called: {@code player.health} is "your health". */
  static String thing(JsonPath path) {
    List<String> segments =
        path.segments().stream().filter(s -> s.chars().noneMatch(Character::isDigit)).toList();
    if (segments.isEmpty()) {
      return "the world";
    }
    String name = spoken(segments.getLast());
    if (segments.size() == 1) {
      return "the " + name;
    }
    String owner = segments.get(segments.size() - 2);
    if (OWN.contains(owner) || OWN.contains(segments.getFirst())) {
      return "your " + name;
    }
    return SHELVES.contains(owner) ? "the " + name : "the " + name + " of " + spoken(owner);
  }

  /** Returns the last step of a place in plain words. */
  static String fact(JsonPath path) {
    return path.isRoot() ? "the world" : spoken(path.segments().getLast());
  }

  static String spoken(String key) {
    return key.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .replaceAll("[_\\-]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
