package quietstories.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.rules.Dice;

/** The words of one kind of story. */
final class Genre {

  /** What enriches a description, after the player's own words. */
  static final String ENRICHMENT =
      "{opening} {ally_background_line} {rival_background_line} The days in {place} are short of"
          + " time: first there is a sign of {danger}, then a second one, and after that nobody"
          + " counts. What you have is {item}, a few people who might be friends, and the word that"
          + " you gave. If you fail, {place} pays for it.";

  /** The ids in the frame that are nobody's name. */
  private static final Set<String> FRAME_KEYS = Set.of("player_character", "danger");

  private static final List<String> ROLES = List.of("ally", "rival", "elder", "other");

  /** What is known of somebody of whom only the name was said, by role. */
  private static final List<String> STRANGERS =
      List.of(
          "Has known you for years, and still comes when you call.",
          "Wants something else than you do, and says so.",
          "Was here before it began, and has not said all of it.",
          "Says little, and means all of it.");

  private static final Pattern OPPONENT =
      Pattern.compile(
          "\\b(rival|enemy|nemesis|villain|murderer|killer|traitor|usurper|tyrant|foe|thief|bully"
              + "|opponent)\\b");

  private final JsonObject json;

  Genre(JsonObject json) {
    this.json = json;
  }

  String id() {
    return json.text("id").orElseThrow();
  }

  long cues(Set<String> words) {
    return texts("cues").stream().filter(words::contains).count();
  }

  /** Returns what fills the frame's slots: the player's words, and the genre's where they end. */
  Map<String, String> slots(Description read, Dice dice) {
    Map<String, String> slots = new LinkedHashMap<>();
    slots.put("hero", read.hero().orElseGet(() -> any("names", dice.fork("hero"))));
    slots.put("role", read.role().orElseGet(() -> any("roles", dice.fork("role"))));
    slots.put("place", read.place().orElseGet(() -> any("places", dice.fork("place"))));
    slots.put("goal", read.goal().orElseGet(() -> any("goals", dice.fork("goal"))));
    slots.put("danger", read.danger().orElseGet(() -> any("dangers", dice.fork("danger"))));
    slots.put("item", json.text("item").orElseThrow());
    cast(slots, read.others(), dice.fork("cast"));
    names(slots);
    told(slots);
    return slots;
  }

  private String any(String list, Dice dice) {
    List<String> texts = texts(list);
    return texts.get(dice.below(texts.size()));
  }

  private List<String> texts(String list) {
    return json.array(list).orElse(JsonArray.EMPTY).texts().toList();
  }

  /** Those whom the player named come first; the genre's own people are the rest of the cast. */
  private void cast(Map<String, String> slots, List<Person> named, Dice dice) {
    List<Json> people = new ArrayList<>(json.array("cast").orElseThrow().elements());
    List<Person> waiting = new ArrayList<>(named);
    Set<String> keys = new HashSet<>(FRAME_KEYS);
    List<String> taken = new ArrayList<>(List.of(slots.getOrDefault("hero", "")));
    named.forEach(person -> taken.add(person.name()));
    for (String role : ROLES) {
      List<String> one = ((JsonArray) people.remove(dice.below(people.size()))).texts().toList();
      Optional<Person> person = next(waiting, role);
      String name = person.map(Person::name).orElseGet(() -> apart(one.getFirst(), taken));
      taken.add(name);
      String background =
          person.map(known -> background(known, role)).orElseGet(() -> one.getLast());
      slots.put(role, name);
      String key = key(name);
      slots.put(role + "_flag", key.isEmpty() || !keys.add(key) ? role : key);
      slots.put(role + "_background", background);
      slots.put(role + "_background_line", name + ": " + background);
    }
  }

  /** Takes out who fits the role: an opponent for the rival, anybody else for the other roles. */
  private static Optional<Person> next(List<Person> waiting, String role) {
    boolean rival = role.equals("rival");
    Optional<Person> fitting = waiting.stream().filter(one -> opposes(one) == rival).findFirst();
    Optional<Person> chosen =
        rival && waiting.size() >= ROLES.size() - 1
            ? fitting.or(() -> Optional.of(waiting.getLast()))
            : fitting;
    chosen.ifPresent(waiting::remove);
    return chosen;
  }

  private static boolean opposes(Person person) {
    return person.who().filter(who -> OPPONENT.matcher(who).find()).isPresent();
  }

  private static String background(Person person, String role) {
    return person
        .who()
        .map(who -> Slots.capital(who) + ".")
        .orElse(STRANGERS.get(ROLES.indexOf(role)));
  }

  /** Returns the name, or another of the genre's if it shares a part with one that is taken. */
  private String apart(String name, List<String> taken) {
    List<String> parts = taken.stream().flatMap(one -> Stream.of(one.split(" "))).toList();
    Predicate<String> shares = one -> Stream.of(one.split(" ")).anyMatch(parts::contains);
    return shares.test(name)
        ? texts("names").stream().filter(shares.negate()).findFirst().orElse(name)
        : name;
  }

  private static String key(String name) {
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return key.replaceAll("^_+|_+$", "");
  }

  private void names(Map<String, String> slots) {
    JsonObject keys = json.object("keys").orElseThrow();
    keys.members().forEach((slot, name) -> slots.put(slot, name.asText().orElseThrow()));
    List<String> stats = texts("stats");
    slots.put("stat_one", stats.getFirst());
    slots.put("stat_two", stats.getLast());
    slots.put("id", id() + "_" + key(slots.get("hero") == null ? "" : slots.get("hero")));
    slots.put("title", title(slots));
  }

  private static String title(Map<String, String> slots) {
    String place = slots.getOrDefault("place", "");
    String goal = slots.getOrDefault("goal", "");
    String bare = place.replaceFirst("^(?i)(the|a|an) ", "");
    return bare.isBlank() ? Slots.capital(goal) : titled(bare) + ": " + Slots.capital(goal);
  }

  private static String titled(String words) {
    return List.of(words.split(" ")).stream()
        .map(word -> word.matches("of|the|a|an|in|on|at|and") ? word : Slots.capital(word))
        .collect(Collectors.joining(" "));
  }

  private void told(Map<String, String> slots) {
    json.object("actions")
        .orElseThrow()
        .members()
        .forEach(
            (slot, texts) -> {
              List<String> pair = ((JsonArray) texts).texts().toList();
              slots.put(slot, Slots.fill(pair.getFirst(), slots));
              slots.put(slot + "_more", Slots.fill(pair.getLast(), slots));
            });
    for (Json event : json.array("events").orElseThrow().elements()) {
      List<String> pair = ((JsonArray) event).texts().toList();
      slots.put("event_" + pair.getLast(), Slots.fill(pair.getFirst(), slots));
    }
    List<String> losses = texts("losses");
    slots.put("loss_fallen", Slots.fill(losses.get(0), slots));
    slots.put("loss_late", Slots.fill(losses.get(1), slots));
    slots.put("loss_resolve", Slots.fill(losses.get(2), slots));
    slots.put("win", Slots.fill(json.text("win").orElseThrow(), slots));
    slots.put("opening", Slots.fill(String.join(" ", texts("opening")), slots));
    slots.put("hero_background", Slots.fill("{Role}. Has promised to {goal}.", slots));
    slots.put("danger_background", Slots.fill("What {place} has to fear, and does.", slots));
  }
}
