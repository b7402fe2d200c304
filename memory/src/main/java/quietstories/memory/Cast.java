package quietstories.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quietstories.json.JsonArray;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Memory;

/**
 * By what names a session's entities are known: their ids, their names, the texts of a member
 * {@code aliases}, and each part of a name that only one of them has. Case and spacing do not
 * count.
 */
public final class Cast {

  private static final Pattern SPACE = Pattern.compile("[\\s_]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
  private static final int LONGEST_NAME = 6;
  private static final int HINTS = 3;
  private static final int SHOWN = 10;

  /** Parts of names that name nobody. */
  private static final Set<String> TITLES =
      Set.of(
          "the",
          "and",
          "of",
          "von",
          "van",
          "der",
          "del",
          "old",
          "young",
          "lady",
          "lord",
          "king",
          "queen",
          "sir",
          "dame",
          "captain",
          "master",
          "mistress",
          "doctor",
          "father",
          "mother",
          "brother",
          "sister",
          "prince",
          "princess",
          "mister",
          "miss",
          "saint",
          "uncle",
          "aunt");

  private final Map<EntityId, String> names;
  private final Map<String, EntityId> byName;

  private Cast(Map<EntityId, String> names, Map<String, EntityId> byName) {
    this.names = names;
    this.byName = byName;
  }

  /** Returns the cast of those entities; of two with the same name the first has it. */
  public static Cast of(List<Entity> entities) {
    Map<EntityId, String> names = new LinkedHashMap<>();
    Map<String, EntityId> byName = new LinkedHashMap<>();
    entities.forEach(entity -> byName.putIfAbsent(folded(entity.id().value()), entity.id()));
    for (Entity entity : entities) {
      names.put(entity.id(), entity.name());
      byName.putIfAbsent(folded(entity.name()), entity.id());
      entity
          .more()
          .array("aliases")
          .orElse(JsonArray.EMPTY)
          .texts()
          .filter(alias -> !alias.isBlank())
          .forEach(alias -> byName.putIfAbsent(folded(alias), entity.id()));
    }
    partsOfNames(entities).forEach(byName::putIfAbsent);
    return new Cast(names, byName);
  }

  private static Map<String, EntityId> partsOfNames(List<Entity> entities) {
    Map<String, Set<EntityId>> parts = new LinkedHashMap<>();
    for (Entity entity : entities) {
      WORD.matcher(entity.name())
          .results()
          .map(part -> folded(part.group()))
          .filter(part -> part.length() > 2 && !TITLES.contains(part))
          .filter(part -> entity.name().length() > part.length())
          .filter(part -> Character.isUpperCase(entity.name().charAt(startOf(entity, part))))
          .forEach(
              part -> parts.computeIfAbsent(part, any -> new LinkedHashSet<>()).add(entity.id()));
    }
    Map<String, EntityId> unique = new HashMap<>();
    parts.forEach(
        (part, owners) -> {
          if (owners.size() == 1) {
            unique.put(part, owners.iterator().next());
          }
        });
    return unique;
  }

  private static int startOf(Entity entity, String part) {
    return Math.max(0, entity.name().toLowerCase(Locale.ROOT).indexOf(part));
  }

  /** Returns all ids, in the order of the cast. */
  public Set<EntityId> ids() {
    return names.keySet();
  }

  /** Returns the name of that entity, or its id if it is not of the cast. */
  public String name(EntityId id) {
    return names.getOrDefault(id, id.value());
  }

  /** Returns who is meant by an id, a name or an alias, or empty if nobody is. */
  public Optional<EntityId> resolve(String said) {
    return Optional.ofNullable(byName.get(folded(said)));
  }

  /** Returns up to three ids that look like what was said, the likest first; maybe none. */
  public List<EntityId> nearMisses(String said) {
    String wanted = folded(said);
    int reach = Math.max(1, Math.min(wanted.length(), 40) / 3);
    Map<EntityId, Integer> distances = new LinkedHashMap<>();
    byName.forEach(
        (name, id) -> {
          int distance = EditDistance.between(wanted, name, reach);
          if (distance <= reach) {
            distances.merge(id, distance, Math::min);
          }
        });
    return distances.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .limit(HINTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns who is named in the text as a whole word or words, in order of appearance. */
  public List<EntityId> mentionedIn(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(folded(matcher.group()));
    }
    Set<EntityId> mentioned = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      longestNameAt(words, i).ifPresent(mentioned::add);
    }
    return List.copyOf(mentioned);
  }

  private Optional<EntityId> longestNameAt(List<String> words, int start) {
    int end = Math.min(words.size(), start + LONGEST_NAME);
    for (int i = end; i > start; i--) {
      String phrase = String.join(" ", words.subList(start, i));
      EntityId id = byName.get(phrase);
      if (id == null && i == start + 1) {
        id = byName.get(phrase.replaceAll("['’]s?$", ""));
      }
      if (id != null) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what is best embedded for a memory: its content, after its owner's name unless it names
   * the owner itself, so that "I hate fog" is found by who said it.
   */
  public String told(Memory memory) {
    return mentionedIn(memory.content()).contains(memory.owner())
        ? memory.content()
        : name(memory.owner()) + ": " + memory.content();
  }

  /** Returns in words that nobody is called so, and who may have been meant. */
  public String unknown(String said) {
    List<EntityId> near = nearMisses(said);
    String hint =
        near.isEmpty()
            ? "the cast is " + joined(", ", names.keySet().stream().limit(SHOWN))
            : "did you mean " + joined(" or ", near.stream());
    return "nobody is called '%s'; %s".formatted(said, hint);
  }

  private static String joined(String between, Stream<EntityId> ids) {
    return ids.map(EntityId::value).collect(Collectors.joining(between));
  }

  private static String folded(String name) {
    return SPACE.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
