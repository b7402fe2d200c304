package quietstories.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be made out in a player's description by the shape of its sentences. Every phrase is
 * short and holds nothing but letters, digits, spaces, hyphens and apostrophes.
 *
 * @param hero the hero's name, such as {@code Mira}
 * @param others who else is named, in that order
 * @param role with its article, such as {@code a young smith}
 * @param place with its article if it has one, such as {@code Gull Point} or {@code the drowned
 *     city}
 * @param goal as it stands after "to", such as {@code relight the beacon}
 * @param danger with its article, such as {@code the frost king}
 * @param words all words in small letters
 */
record Description(
    Optional<String> hero,
    List<Person> others,
    Optional<String> role,
    Optional<String> place,
    Optional<String> goal,
    Optional<String> danger,
    Set<String> words) {

  private static final int LONGEST = 70;
  private static final String NAME = "(\\p{Lu}[\\p{Ll}\\p{Lu}'’-]+(?: \\p{Lu}[\\p{Ll}'’-]+){0,2})";
  private static final String STOP =
      "(?=[.,;:!?\\n]|$| who | that | which | where | and | but | when | before | while | until | named | called | must | has to | needs | wants | tries )";

  private static final Pattern YOUR_NAME =
      Pattern.compile(
          "\\b(?i:you are|you're|I am|I'm|name is|play as|play|playing as|playing) " + NAME);
  private static final Pattern NAMED_PLACE =
      Pattern.compile(
          "\\b(?i:in|on|at|aboard|inside|near) (?:a|an|the) [\\p{L}'’ -]{2,40} (?:called|named) "
              + NAME);
  private static final Pattern SPOKEN_OF =
      Pattern.compile(
          "(?i)\\b((?:the|your|my) (?:[\\p{L}'’-]+ )?[\\p{L}'’-]+) "
              + "(?:is|are|was|were|has|had|fails|breaks|stops|dies|sinks|vanishes|disappears)\\b");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?<!\\b(?:in|on|at|aboard|inside|near|of|from|to) )"
              + "\\b((?:a|an|the) (?:[\\p{L}'’-]+ ){0,3}?[\\p{L}'’-]+?)"
              + "(?: named| called| who|,? must| has to| needs to| wants to| tries to| trying to| in | on | at "
              + "| finds | discovers | hunts | flees | wakes | returns | arrives | waits | searches | looks for )");
  private static final Pattern ROLE_BEFORE_NAME =
      Pattern.compile(
          "(?:^|[,;:.!?] |\\b(?:and|the|a|an|young|old) )(\\p{Ll}[\\p{Ll}-]{2,20}) "
              + NAME
              + ",? (?:must|has to|needs|wants|tries)\\b");
  private static final Pattern YOU_ARE =
      Pattern.compile(
          "(?i)(?:you are|you're|I am|I'm|play as|play) ((?:a|an|the) [\\p{L}'’ -]{3,50}?)(?:"
              + STOP
              + "|(?= in | on | at | aboard ))");
  private static final Pattern DESCRIBED_PLACE =
      Pattern.compile(
          "\\b(?i:in|on|at|near|aboard|beneath|under) ((?:a|an|the) (?:\\p{Ll}[\\p{Ll}-]+ ){1,3}"
              + NAME
              + ")");
  private static final Pattern PLACE_NAME =
      Pattern.compile(
          "((?<=\\b(?i:in|on|at|to|near|aboard|beneath|under) )(?:the )?"
              + NAME
              + "(?: of (?:the )?"
              + NAME
              + ")?"
              + "|(?<=\\b(?:\\p{Ll}{2,20} of|from|in \\p{Ll}{3,20}) )"
              + NAME
              + ")");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)\\b(?:in|on|at|aboard|inside|beneath|near) ((?:a|an|the) [\\p{L}'’ -]{3,45}?)(?:"
              + STOP
              + "|(?= the | an? | his | her | their | every | no | is | are | was | has ))");
  private static final Pattern GOAL =
      Pattern.compile(
          "(?i)\\b(?:must|has to|have to|needs to|need to|wants to|want to|tries to|trying to|sets out to|in order to|hoping to) "
              + "([\\p{L}][\\p{L}\\p{N}'’ -]{4,90}?)(?=[.,;:!?\\n]|$| before | while | until | but | when )");
  private static final Pattern DANGER =
      Pattern.compile(
          "(?i)\\b(?:against|before|hunted by|threatened by|haunted by|ruled by|fleeing|escape from|flee from|chased by) ((?:the|a|an) [\\p{L}'’ -]{3,40}?)"
              + "(?=[.,;:!?\\n]|$| who | that | which | and | but | when | in | at | on | returns?\\b| comes?\\b| arrives?\\b| finds?\\b| takes?\\b| runs?\\b| ends?\\b| dies\\b| sinks\\b| rises\\b| falls\\b| closes\\b| sails?\\b"
              + "| breaks\\b| begins\\b| strikes\\b| wakes\\b| reaches\\b| goes\\b| is | are | can | does )");
  private static final Pattern TITLE =
      Pattern.compile(
          "^(Detective|Captain|Doctor|Professor|Queen|King|Prince|Princess|Sheriff|Inspector|Director"
              + "|Colonel|Major|General|Lieutenant|Sergeant|Agent|Commander|Admiral) ");
  private static final Pattern EVENTS =
      Pattern.compile(
          "(?i) (heist|murder|story|tale|mystery|war|battle|journey|quest|adventure|game|world|town"
              + "|village|city|kingdom|land|romance|comedy|thriller|crime|theft|wedding|feast)$");
  private static final Set<String> LINKS =
      Set.of(
          "and", "but", "now", "then", "there", "where", "when", "that", "who", "called", "named");
  private static final Set<String> NO_NAMES =
      Set.of(
          "you", "the", "a", "an", "i", "he", "she", "they", "it", "we", "who", "there", "this",
          "in", "on", "at", "my", "your", "one", "when");

  static Description read(String text) {
    String plain = text.replaceAll("\\s+", " ").strip();
    Optional<String> named = first(NAMED_PLACE, plain).or(() -> first(DESCRIBED_PLACE, plain));
    People people = People.in(plain);
    Predicate<String> isPlace = found -> named.filter(one -> one.endsWith(found)).isPresent();
    Optional<String> hero =
        first(YOUR_NAME, plain)
            .or(people::hero)
            .filter(isPlace.negate())
            .filter(Description::isName);
    Optional<String> role =
        first(YOU_ARE, plain)
            .or(() -> hero.flatMap(people::who).filter(who -> !who.startsWith("your ")))
            .or(
                () ->
                    first(ROLE_BEFORE_NAME, plain)
                        .filter(r -> hero.isPresent() && !LINKS.contains(r))
                        .map(r -> "the " + r))
            .or(() -> hero.flatMap(name -> first(TITLE, name)).map(title -> "the " + lower(title)))
            .or(() -> hero.isPresent() ? Optional.empty() : first(ROLE, plain))
            .filter(found -> !EVENTS.matcher(found).find())
            .map(Description::lower);
    Optional<String> place =
        named
            .or(() -> first(PLACE_NAME, plain))
            .filter(found -> hero.filter(found::equals).isEmpty())
            .or(() -> first(PLACE, plain).map(Description::lower));
    return new Description(
        hero,
        others(people, hero, isPlace),
        role,
        place.map(Description::definite),
        first(GOAL, plain).map(goal -> resolved(goal, plain)).map(Description::secondPerson),
        first(DANGER, plain).map(Description::lower).map(Description::definite),
        words(plain));
  }

  private static List<Person> others(
      People people, Optional<String> hero, Predicate<String> isPlace) {
    List<String> own = hero.map(name -> List.of(name.split(" "))).orElse(List.of());
    return people.all().stream()
        .filter(one -> isPlace.negate().test(one.name()))
        .filter(one -> Stream.of(one.name().split(" ")).noneMatch(own::contains))
        .toList();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher
        .results()
        .map((MatchResult result) -> result.group(1).strip())
        .filter(found -> !found.isBlank() && found.length() <= LONGEST)
        .findFirst();
  }

  /** Puts the last thing that was spoken of in place of an "it" at the end of a goal. */
  private static String resolved(String goal, String text) {
    if (!goal.endsWith(" it")) {
      return goal;
    }
    String before = text.substring(0, Math.max(0, text.indexOf(goal)));
    String thing =
        SPOKEN_OF.matcher(before).results().map(m -> m.group(1)).reduce("it", (_, last) -> last);
    return goal.substring(0, goal.length() - "it".length()) + lower(thing);
  }

  private static boolean isName(String found) {
    return !NO_NAMES.contains(found.split(" ", 2)[0].toLowerCase(Locale.ROOT));
  }

  /** Only the article: the rest may hold names. */
  private static String lower(String phrase) {
    return phrase.substring(0, 1).toLowerCase(Locale.ROOT) + phrase.substring(1);
  }

  /** Within the story everybody knows which one is meant. */
  private static String definite(String phrase) {
    return phrase.replaceFirst("^(a|an|A|An|The) ", "the ");
  }

  private static String secondPerson(String goal) {
    return lower(goal)
        .replaceAll("(?i)\\b(my|his|her|their)\\b", "your")
        .replaceAll("(?i)\\b(myself|himself|herself|themselves)\\b", "yourself")
        .replaceAll("\\bme\\b", "you");
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’-]+"))
        .collect(Collectors.toSet());
  }
}
