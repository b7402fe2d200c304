package quietstories.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import quietstories.memory.Recollection;
import quietstories.memory.SeenMood;
import quietstories.memory.SeenRelationship;
import quietstories.story.EntityId;

/** What is remembered and felt, as lines for a narrator. */
final class MindWords {

  private static final int MEMORY = 240;
  private static final String NEUTRAL = "neutral";

  private MindWords() {}

  /** Returns up to three lines, with at most {@code perEntity} memories of each owner. */
  static List<String> lines(Minds minds, int perEntity) {
    Map<EntityId, Integer> counts = new HashMap<>();
    String recalled =
        minds.recalled().stream()
            .filter(one -> counts.merge(one.memory().owner(), 1, Integer::sum) <= perEntity)
            .map(MindWords::memory)
            .collect(Collectors.joining("; "));
    String relationships =
        minds.relationships().stream().map(MindWords::edge).collect(Collectors.joining("; "));
    String moods =
        minds.moods().stream()
            .filter(mood -> !mood.dominant().equals(NEUTRAL))
            .map(MindWords::mood)
            .collect(Collectors.joining(", "));
    return List.of(
            line("Remembered: ", recalled),
            line("Between them: ", relationships),
            line("Moods: ", moods))
        .stream()
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String line(String head, String rest) {
    return rest.isEmpty() ? "" : head + rest;
  }

  private static String memory(Recollection recollection) {
    return "turn "
        + recollection.memory().turn()
        + ", "
        + id(recollection.memory().owner())
        + ": "
        + PlayerWords.quoted(Cut.to(recollection.memory().content(), MEMORY));
  }

  private static String edge(SeenRelationship edge) {
    return String.format(
        Locale.ROOT,
        "%s to %s: %s, sentiment %.1f",
        id(edge.from()),
        id(edge.to()),
        edge.type().wireName(),
        edge.sentiment());
  }

  private static String mood(SeenMood mood) {
    return id(mood.of()) + " shows " + mood.dominant();
  }

  private static String id(EntityId id) {
    return PlayerWords.quoted(id.value());
  }
}
