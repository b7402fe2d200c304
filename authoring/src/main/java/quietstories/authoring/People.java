package quietstories.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the people whom a description names, by capitals and by what stands around them. Where
 * capitals tell nothing, as in a headline, it finds nobody.
 */
final class People {

  /** How a name is written: up to three words, with a short title before them. */
  static final String NAME =
      "(?:(?:Mr|Mrs|Ms|Dr)\\.? )?\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}[\\p{L}\\p{N}'’-]*"
          + "(?: \\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}[\\p{L}\\p{N}'’-]*){0,2}";

  private static final int LONGEST = 40;
  private static final double HEADLINE = 0.75;

  /** How much of what stands before a name is looked at. */
  private static final int NEAR = 160;

  private static final Pattern NAMES = Pattern.compile("(?<![\\p{L}\\p{N}'’-])" + NAME);
  private static final Pattern OWNERSHIP = Pattern.compile("['’]s?$");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}'’-]+),? $");
  private static final Pattern SENTENCE_BEGINS = Pattern.compile("(^|[.!?:;\"“”] ?)$");
  private static final Pattern VERB = Pattern.compile(" \\p{Ll}{2,}s\\b");
  private static final Pattern JOINED =
      Pattern.compile(
          ", (a|an|the|his|her|my|your) | the \\p{Ll}|,? (and|und|et|y|e|и) \\p{Lu}|, \\p{Lu}");
  private static final Pattern DEED =
      Pattern.compile(
          "(?:, [^,.;!?]{3,60},)?,? (?:must|has to|needs|wants|tries|hopes|seeks|hunts|searches"
              + "|investigates)\\b");
  private static final Pattern BESIDE =
      Pattern.compile("(" + NAME + "),? (?:and|,) (?:\\p{Ll}[\\p{Ll}'’-]+ ){0,3}$");
  private static final Pattern CONTRARY =
      Pattern.compile("\\b(?:while|but|whereas|though|although) (?:\\p{Ll}[\\p{Ll}'’-]+ ){0,3}$");
  private static final String WORD =
      " (?!(?:with|for|off|of|in|on|at|to|from|and|or|by|is|are|was|has|who|that|while|but|whereas"
          + "|though|when) )\\p{Ll}[\\p{Ll}'’-]+";
  private static final Pattern WHO_BEFORE =
      Pattern.compile(
          "(?:^|[ ,;(–—-])((?i:the|a|an|his|her|their|my|your|our)(?:"
              + WORD
              + "){1,3}?),?(?: named| called)? $");
  private static final Pattern TRADE_BEFORE =
      Pattern.compile("(?:,|\\band|\\bwith|\\bagainst|\\bby|\\bfor) (\\p{Ll}[\\p{Ll}-]{2,20}) $");
  private static final Pattern WHO_AFTER =
      Pattern.compile(
          "^(?:,| (?=the ))? ?((?:a|an|the|his|her|their|my|your|our) [\\p{Ll} -]{3,40}?)"
              + "(?=[.,;!?]| who\\b| and\\b| in\\b| on\\b| at\\b| must\\b| \\p{Ll}+s\\b)");
  private static final Pattern SEVERAL = Pattern.compile("[^s]s$");

  private static final Set<String> OF_PLACES =
      words(
          "in on at near from to of into aboard beneath under across through around outside inside"
              + " over beyond toward towards above below via between within behind off");
  private static final Set<String> OF_THINGS =
      words("the a an this that these those every each some any no its");
  private static final Set<String> THINGS =
      words(
          "corporation company guild order empire kingdom republic island isle city town village"
              + " bay river lake sea ocean mountain mountains forest valley station castle tower"
              + " point harbour harbor academy school university street road bridge hotel inn"
              + " hall house abbey market square war club crown sword book agency inc"
              + " industries family");
  private static final Set<String> OF_MAPS =
      words("port mount fort cape lake new los las san santa saint north south east west");
  private static final Set<String> SIDE = words("for with against by about like than");
  private static final Set<String> NO_NAMES =
      words(
          "you your i my me we our he his she her they their it its who whose what which where when"
              + " why how there here this that these those the a an and but or so yet if then"
              + " as at by for from in into of on to with within without under over after before"
              + " while until during one two three four five six seven eight nine ten some many"
              + " most all every each no none only just once now later soon tell write make let"
              + " please imagine play set monday tuesday wednesday thursday friday"
              + " saturday sunday january february march april june july august september october"
              + " november december christmas halloween easter earth moon mars venus jupiter"
              + " saturn god gods viking roman greek french english german spanish italian russian"
              + " american british chinese japanese victorian medieval christian muslim jewish"
              + " nazi soviet martian african european western eastern northern southern");
  private static final Set<String> NO_SUBJECTS =
      words(
          "everyone everybody nobody someone somebody something nothing everything anyone magic war"
              + " winter summer spring autumn night day rain snow time death life humanity"
              + " mankind evil darkness legend rumour rumor");
  private static final Set<String> NO_TRADES =
      words(
          "old young poor little good great evil mad brave named called dear with and then now only"
              + " even both also like meet meets help helps save saves find finds fight fights");

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  private final String text;
  private final List<Person> found = new ArrayList<>();
  private Optional<String> doer = Optional.empty();
  private Optional<String> first = Optional.empty();

  private People(String text) {
    this.text = text;
  }

  /** Returns who is named in the text, which has single spaces alone, in the order of naming. */
  static People in(String text) {
    People people = new People(text);
    if (!isHeadline(text)) {
      people.read();
    }
    return people;
  }

  private static boolean isHeadline(String text) {
    List<String> words =
        Arrays.stream(text.split(" ")).filter(word -> word.matches("\\p{L}.*")).toList();
    long capital = words.stream().filter(word -> Character.isUpperCase(word.charAt(0))).count();
    return words.size() > 3 && capital > HEADLINE * words.size();
  }

  /** Returns all of them. */
  List<Person> all() {
    return List.copyOf(found);
  }

  /**
   * Returns whose story it seems to be: the first who must, wants or tries to do something, or else
   * the first who does not merely stand beside somebody.
   */
  Optional<String> hero() {
    return doer.or(() -> first);
  }

  /** Returns who the one of that name is, if it is said. */
  Optional<String> who(String name) {
    return found.stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .flatMap(Person::who);
  }

  private void read() {
    List<String> places = new ArrayList<>();
    for (Matcher matcher = NAMES.matcher(text); matcher.find(); ) {
      String before = text.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
      String name = matcher.group();
      while (NO_NAMES.contains(word(name)) && name.contains(" ")) {
        int space = name.indexOf(' ');
        before += name.substring(0, space + 1);
        name = name.substring(space + 1);
      }
      String after = text.substring(matcher.end());
      String bare = OWNERSHIP.matcher(name).replaceFirst("");
      if (OF_PLACES.contains(lastWord(before))) {
        places.add(bare);
      } else if (isPerson(bare, before, after)) {
        add(bare, before, after);
      }
    }
    found.removeIf(person -> places.contains(person.name()));
    doer = doer.filter(this::isKnown);
    first = first.filter(this::isKnown);
  }

  private boolean isPerson(String name, String before, String after) {
    if (NO_NAMES.contains(word(name))
        || OF_THINGS.contains(lastWord(before))
        || name.length() > LONGEST
        || (name.contains(" ") && OF_MAPS.contains(word(name)))
        || THINGS.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))) {
      return false;
    }
    return name.contains(" ")
        || !SENTENCE_BEGINS.matcher(before).find()
        || after.contains(name)
        || JOINED.matcher(after).lookingAt()
        || DEED.matcher(after).lookingAt()
        || (VERB.matcher(after).lookingAt()
            && !name.endsWith("s")
            && !NO_SUBJECTS.contains(word(name)));
  }

  private static String word(String name) {
    return name.split(" ", 2)[0].replaceAll("[.'’]", "").toLowerCase(Locale.ROOT);
  }

  private static String lastWord(String before) {
    Matcher last = LAST_WORD.matcher(before);
    return last.find() ? last.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private void add(String name, String before, String after) {
    if (doer.isEmpty() && DEED.matcher(after).lookingAt() && !CONTRARY.matcher(before).find()) {
      doer = Optional.of(group(BESIDE, before).filter(this::isKnown).orElse(name));
    }
    if (first.isEmpty() && !SIDE.contains(lastWord(before))) {
      first = Optional.of(name);
    }
    if (!isKnown(name)) {
      found.add(new Person(name, who(before, after)));
    }
  }

  private boolean isKnown(String name) {
    List<String> parts = List.of(name.split(" "));
    return found.stream()
        .flatMap(one -> Arrays.stream(one.name().split(" ")))
        .anyMatch(parts::contains);
  }

  private static Optional<String> who(String before, String after) {
    Optional<String> said = group(WHO_BEFORE, before);
    Optional<String> trade =
        group(TRADE_BEFORE, before)
            .filter(word -> !NO_TRADES.contains(word))
            .map(word -> "the " + word);
    return said.or(() -> trade)
        .or(() -> group(WHO_AFTER, after))
        .filter(who -> !SEVERAL.matcher(who).find())
        .map(who -> who.substring(0, 1).toLowerCase(Locale.ROOT) + who.substring(1))
        .map(who -> who.replaceFirst("^(my|his|her|their|our) ", "your "));
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
