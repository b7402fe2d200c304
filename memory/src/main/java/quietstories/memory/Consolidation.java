package quietstories.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.Visibility;

/**
 * Merges what is remembered twice and sums up what is old and did not matter. Only memories of the
 * same owner, scope and visibility ever come together, so nothing becomes known to anybody new.
 *
 * <p>Two are the same if one says nothing that the other does not and {@value #SAME} of their stems
 * are common, or both have a meaning, the cosine is {@value #SAME_MEANING} and {@value #SAME_WORDS}
 * of their stems are common: a green banner is no black one, though all else agrees. What differs
 * in a number, a time, a direction or a negation is never the same. Summed up are at least {@value
 * #FEWEST} memories that are older than {@value #RECENT_TURNS} turns and at most {@value
 * #UNIMPORTANT} important, where their owner has more than {@value #ENOUGH} of that scope and
 * visibility; goals never, and nothing that a relationship rests on.
 */
public final class Consolidation {

  static final double SAME = 0.8;
  static final double SAME_MEANING = 0.95;
  static final double SAME_WORDS = 0.5;
  static final int RECENT_TURNS = 20;
  static final int UNIMPORTANT = 4;
  static final int FEWEST = 5;
  static final int ENOUGH = 50;
  private static final int MOST_IN_ONE = 12;

  private record Group(EntityId owner, MemoryScope scope, Visibility visibility) {}

  private final Mind mind;
  private final int now;
  private final Supplier<MemoryId> ids;
  private final Summariser summariser;
  private final Map<MemoryId, Memory> into = new LinkedHashMap<>();
  private final Set<MemoryId> evidence = new LinkedHashSet<>();
  private int merged;
  private int summarized;

  private Consolidation(Mind mind, int now, Supplier<MemoryId> ids, Summariser summariser) {
    this.mind = mind;
    this.now = now;
    this.ids = ids;
    this.summariser = summariser;
    mind.relationships().forEach(edge -> evidence.addAll(edge.evidence()));
  }

  /**
   * Returns what would be changed at turn {@code now}.
   *
   * @param ids gives a new id at each call
   */
  public static Consolidated of(Mind mind, int now, Supplier<MemoryId> ids, Summariser summariser) {
    return new Consolidation(mind, now, ids, summariser).run();
  }

  private Consolidated run() {
    Map<Group, List<Memory>> groups = new LinkedHashMap<>();
    Set<EntityId> owners = new LinkedHashSet<>();
    mind.memories()
        .forEach(
            memory -> {
              owners.add(memory.owner());
              Group group = new Group(memory.owner(), memory.scope(), memory.visibility());
              groups.computeIfAbsent(group, any -> new ArrayList<>()).add(memory);
            });
    groups.values().forEach(group -> summarise(merge(group)));
    return new Consolidated(change(), owners.size(), into.size(), merged, summarized);
  }

  /** Merges near-duplicates and returns what is left untouched. */
  private List<Memory> merge(List<Memory> group) {
    List<List<Memory>> clusters = new Duplicates(mind).clusters(group);
    List<Memory> left = new ArrayList<>();
    for (List<Memory> cluster : clusters) {
      if (cluster.size() == 1) {
        left.add(cluster.getFirst());
      } else {
        Memory newest = cluster.stream().max(Comparator.comparingInt(Memory::turn)).orElseThrow();
        replace(cluster, newest.content());
        merged += cluster.size();
      }
    }
    return left;
  }

  private void summarise(List<Memory> group) {
    List<Memory> old =
        group.stream()
            .filter(m -> now - m.turn() > RECENT_TURNS && m.importance() <= UNIMPORTANT)
            .filter(m -> m.scope() != MemoryScope.GOAL && !evidence.contains(m.id()))
            .filter(m -> m.replaces().isEmpty())
            .sorted(Comparator.comparingInt(Memory::turn))
            .toList();
    int spare = Math.min(old.size(), group.size() - ENOUGH);
    for (int from = 0; from + FEWEST <= spare; from += MOST_IN_ONE) {
      List<Memory> part = old.subList(from, Math.min(spare, from + MOST_IN_ONE));
      if (part.size() < FEWEST) {
        return;
      }
      Optional<String> text = summariser.summarise(part).filter(said -> !said.isBlank());
      text.ifPresent(said -> replace(part, said));
      summarized += text.isPresent() ? part.size() : 0;
    }
  }

  private void replace(List<Memory> parts, String content) {
    Memory first = parts.getFirst();
    Memory important =
        parts.stream().max(Comparator.comparingInt(Memory::importance)).orElseThrow();
    Set<EntityId> related = new LinkedHashSet<>();
    parts.forEach(part -> related.addAll(part.related()));
    Memory whole =
        new Memory(
            ids.get(),
            first.owner(),
            content,
            first.scope(),
            first.visibility(),
            parts.stream().mapToInt(Memory::turn).max().orElseThrow(),
            important.importance(),
            important.estimated(),
            List.copyOf(related),
            parts.stream().map(Memory::id).toList());
    parts.forEach(part -> into.put(part.id(), whole));
  }

  private MindChange change() {
    List<Relationship> edges =
        mind.relationships().stream()
            .filter(edge -> edge.evidence().stream().anyMatch(into::containsKey))
            .map(edge -> edge.withEvidence(followed(edge.evidence())))
            .toList();
    return new MindChange(
        List.copyOf(new LinkedHashSet<>(into.values())),
        List.copyOf(into.keySet()),
        edges,
        List.of());
  }

  private List<MemoryId> followed(List<MemoryId> old) {
    return old.stream()
        .map(id -> Optional.ofNullable(into.get(id)).map(Memory::id).orElse(id))
        .distinct()
        .toList();
  }
}
