package quietstories.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;
import quietstories.story.Relationship;

/**
 * Everything that one session's cast knows and feels at one moment, with the indexes to find it.
 *
 * <p>It never changes: a change returns another that shares what stayed, so readers need no lock
 * and keep what they began with. A change costs what it changes, not what is known. Any thread may
 * make a change of any mind that an earlier one returned; those of one session are made one after
 * the other.
 */
public final class Mind {

  /** How many feelings of one entity are kept, the newest. */
  static final int FEELINGS = 64;

  private final Shelf shelf;
  private final Bits live;
  private final int knownMeanings;
  private final PMap<EntityId, Tally> tallies;
  private final PMap<Pair, Relationship> relationships;
  private final PMap<EntityId, List<Feeling>> feelings;

  Mind(
      Shelf shelf,
      Bits live,
      PMap<EntityId, Tally> tallies,
      PMap<Pair, Relationship> relationships,
      PMap<EntityId, List<Feeling>> feelings) {
    this.shelf = shelf;
    this.live = live;
    this.knownMeanings = shelf.meanings().size();
    this.tallies = tallies;
    this.relationships = relationships;
    this.feelings = feelings;
  }

  /** Returns the mind of a new session, in which nobody knows anything. */
  public static Mind empty() {
    return new Mind(
        new Shelf(), Bits.NONE, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());
  }

  /** Returns the mind that holds exactly these; feelings of one entity oldest first. */
  public static Mind of(
      List<Memory> memories, List<Relationship> relationships, List<Feeling> feelings) {
    return empty().after(new MindChange(memories, List.of(), relationships, feelings)).mind();
  }

  /**
   * Returns this mind after the change, and what takes it back. Removing what is not there changes
   * nothing.
   */
  public Step after(MindChange change) {
    // why: minds of one session share the shelf, and one may be tried out while another is kept.
    synchronized (shelf) {
      return changed(change);
    }
  }

  private Step changed(MindChange change) {
    MindDraft draft = new MindDraft(shelf, live, tallies);
    Map<MemoryId, Optional<Memory>> before = new LinkedHashMap<>();
    change.written().forEach(m -> before.putIfAbsent(m.id(), memory(m.id())));
    change.removed().forEach(id -> before.putIfAbsent(id, memory(id)));
    for (Memory memory : change.written()) {
      draft.remove(memory.id());
      draft.add(memory);
    }
    change.removed().forEach(draft::remove);

    Map<Pair, Optional<Relationship>> edgesBefore = new LinkedHashMap<>();
    PMap<Pair, Relationship> edges = relationships;
    for (Relationship edge : change.relationships()) {
      Pair pair = Pair.of(edge);
      edgesBefore.putIfAbsent(pair, Optional.ofNullable(relationships.get(pair)));
      edges = edges.plus(pair, edge);
    }
    Map<EntityId, List<Feeling>> felt = new LinkedHashMap<>();
    PMap<EntityId, List<Feeling>> newFeelings = feelings;
    for (Feeling feeling : change.feelings()) {
      felt.putIfAbsent(feeling.entity(), feelings(feeling.entity()));
      newFeelings =
          newFeelings.plus(
              feeling.entity(),
              longer(newFeelings.getOrDefault(feeling.entity(), List.of()), feeling));
    }
    return new Step(
        draft.mind(edges, newFeelings),
        new Reversal(
            before.values().stream().flatMap(Optional::stream).toList(),
            absent(before),
            edgesBefore.values().stream().flatMap(Optional::stream).toList(),
            absent(edgesBefore),
            felt));
  }

  private static <K, V> List<K> absent(Map<K, Optional<V>> before) {
    return before.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<Feeling> longer(List<Feeling> old, Feeling feeling) {
    List<Feeling> all = new ArrayList<>(old);
    all.add(feeling);
    return List.copyOf(all.subList(Math.max(0, all.size() - FEELINGS), all.size()));
  }

  /** Returns the mind as it was before the change whose reversal that is. */
  public Mind back(Reversal reversal) {
    synchronized (shelf) {
      return taken(reversal);
    }
  }

  private Mind taken(Reversal reversal) {
    MindDraft draft = new MindDraft(shelf, live, tallies);
    reversal.dropped().forEach(draft::remove);
    for (Memory memory : reversal.restored()) {
      draft.remove(memory.id());
      draft.add(memory);
    }
    PMap<Pair, Relationship> edges = relationships.minusAll(reversal.unmet());
    for (Relationship edge : reversal.relationships()) {
      edges = edges.plus(Pair.of(edge), edge);
    }
    PMap<EntityId, List<Feeling>> newFeelings = feelings;
    for (Map.Entry<EntityId, List<Feeling>> entry : reversal.feelings().entrySet()) {
      newFeelings =
          entry.getValue().isEmpty()
              ? newFeelings.minus(entry.getKey())
              : newFeelings.plus(entry.getKey(), entry.getValue());
    }
    return draft.mind(edges, newFeelings);
  }

  /**
   * Returns this mind with those meanings. One whose memory is gone, says something else by now or
   * has its meaning already is left out.
   *
   * @throws IllegalArgumentException if the dimensions of one differ from those of the others
   */
  public Mind with(List<Embedded> embedded) {
    synchronized (shelf) {
      return meaning(embedded);
    }
  }

  /** Returns whether that meaning can be compared with those that are known. */
  public boolean fits(Meaning meaning) {
    return knownMeanings == 0 || shelf.meanings().dimensions() == meaning.dimensions();
  }

  private Mind meaning(List<Embedded> embedded) {
    for (Embedded one : embedded) {
      OptionalInt slot = slot(one.id());
      if (slot.isPresent()
          && shelf.memory(slot.getAsInt()).content().equals(one.content())
          && shelf.meaning(slot.getAsInt(), Integer.MAX_VALUE).isEmpty()) {
        shelf.mean(slot.getAsInt(), one.meaning());
      }
    }
    return new Mind(shelf, live, tallies, relationships, feelings);
  }

  /** Returns up to {@code most} memories that have no meaning yet, the newest first. */
  public List<Memory> withoutMeaning(int most) {
    return IntStream.iterate(shelf.size() - 1, slot -> slot >= 0, slot -> slot - 1)
        .filter(slot -> live.has(slot) && shelf.meaning(slot, knownMeanings).isEmpty())
        .limit(most)
        .mapToObj(shelf::memory)
        .toList();
  }

  /** Returns the meaning of that memory, or empty if it has none yet. */
  public Optional<Meaning> meaning(MemoryId id) {
    OptionalInt slot = slot(id);
    OptionalInt place =
        slot.isPresent() ? shelf.meaning(slot.getAsInt(), knownMeanings) : OptionalInt.empty();
    return place.isPresent()
        ? Optional.of(Meaning.of(shelf.meanings().at(place.getAsInt())))
        : Optional.empty();
  }

  /** Returns how many memories there are. */
  public int size() {
    return live.count();
  }

  /** Returns all memories, in the order in which they were written. */
  public Stream<Memory> memories() {
    Stream.Builder<Memory> all = Stream.builder();
    live.forEach(slot -> all.add(shelf.memory(slot)));
    return all.build();
  }

  /** Returns the memory of that id, or empty if there is none. */
  public Optional<Memory> memory(MemoryId id) {
    OptionalInt slot = slot(id);
    return slot.isPresent() ? Optional.of(shelf.memory(slot.getAsInt())) : Optional.empty();
  }

  /** Returns the memory that says exactly this. */
  Optional<Memory> stated(Statement statement) {
    OptionalInt slot = shelf.saying(statement).map(this::live).orElse(OptionalInt.empty());
    return slot.isPresent() ? Optional.of(shelf.memory(slot.getAsInt())) : Optional.empty();
  }

  private OptionalInt slot(MemoryId id) {
    return shelf.versions(id).map(this::live).orElse(OptionalInt.empty());
  }

  private OptionalInt live(Ints slots) {
    for (int i = slots.size() - 1; i >= 0; i--) {
      int slot = slots.items()[i];
      if (live.has(slot)) {
        return OptionalInt.of(slot);
      }
    }
    return OptionalInt.empty();
  }

  Shelf shelf() {
    return shelf;
  }

  Bits live() {
    return live;
  }

  int knownMeanings() {
    return knownMeanings;
  }

  PMap<EntityId, Tally> tallies() {
    return tallies;
  }

  /** Returns all relationships. */
  public List<Relationship> relationships() {
    return List.copyOf(relationships.values());
  }

  /** Returns the relationship from the one to the other, or empty if there is none. */
  public Optional<Relationship> relationship(EntityId from, EntityId to) {
    return Optional.ofNullable(relationships.get(new Pair(from, to)));
  }

  /** Returns who has ever felt anything that is still kept. */
  public Set<EntityId> feeling() {
    return Set.copyOf(feelings.keySet());
  }

  /** Returns what that entity has felt, oldest first. */
  public List<Feeling> feelings(EntityId entity) {
    return feelings.getOrDefault(entity, List.of());
  }

  /** Returns the mood of that entity at turn {@code now}. */
  public Mood mood(EntityId entity, int now) {
    return Moods.of(feelings(entity), now);
  }

  /** Returns what that point of view may know of all this. */
  public View seenBy(EntityId pointOfView) {
    return new View(this, pointOfView);
  }

  /** Returns what the operator finds, who may see all: the best first. */
  public List<Finding> search(Question question) {
    return Recall.search(this, Sight.EVERYTHING, question);
  }
}
