package quietstories.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * and keep what they began with. Changes of one session must be made one after the other, each to
 * the mind that the one before it returned (or, after an undo, to an earlier one).
 */
public final class Mind {

  /** Nobody knows anything. */
  public static final Mind EMPTY = new Mind(Map.of(), Map.of(), Map.of(), Map.of());

  private final Map<MemoryId, Memory> memories;
  private final Map<MemoryId, Meaning> meanings;
  private final Map<Pair, Relationship> relationships;
  private final Map<EntityId, List<Feeling>> feelings;

  private Mind(
      Map<MemoryId, Memory> memories,
      Map<MemoryId, Meaning> meanings,
      Map<Pair, Relationship> relationships,
      Map<EntityId, List<Feeling>> feelings) {
    this.memories = memories;
    this.meanings = meanings;
    this.relationships = relationships;
    this.feelings = feelings;
  }

  /** Returns the mind that holds exactly these; feelings of one entity oldest first. */
  public static Mind of(
      List<Memory> memories, List<Relationship> relationships, List<Feeling> feelings) {
    return EMPTY.after(new MindChange(memories, List.of(), relationships, feelings)).mind();
  }

  /** Returns this mind after the change, and what takes it back. */
  public Step after(MindChange change) {
    Map<MemoryId, Memory> newMemories = new LinkedHashMap<>(memories);
    Map<Pair, Relationship> newRelationships = new LinkedHashMap<>(relationships);
    Map<EntityId, List<Feeling>> newFeelings = new LinkedHashMap<>(feelings);
    Map<EntityId, List<Feeling>> before = new LinkedHashMap<>();
    List<Memory> restored = new ArrayList<>();
    List<MemoryId> dropped = new ArrayList<>();
    for (Memory memory : change.written()) {
      Memory old = newMemories.put(memory.id(), memory);
      if (old != null) {
        restored.add(old);
      } else {
        dropped.add(memory.id());
      }
    }
    for (MemoryId id : change.removed()) {
      Optional.ofNullable(newMemories.remove(id)).ifPresent(restored::add);
    }
    List<Relationship> earlier = new ArrayList<>();
    List<Pair> unmet = new ArrayList<>();
    for (Relationship relationship : change.relationships()) {
      Relationship old = newRelationships.put(Pair.of(relationship), relationship);
      if (old != null) {
        earlier.add(old);
      } else {
        unmet.add(Pair.of(relationship));
      }
    }
    for (Feeling feeling : change.feelings()) {
      List<Feeling> old = newFeelings.getOrDefault(feeling.entity(), List.of());
      before.putIfAbsent(feeling.entity(), old);
      List<Feeling> longer = new ArrayList<>(old);
      longer.add(feeling);
      newFeelings.put(feeling.entity(), List.copyOf(longer));
    }
    return new Step(
        new Mind(newMemories, meanings, newRelationships, newFeelings),
        new Reversal(restored, dropped, earlier, unmet, before));
  }

  /** Returns the mind as it was before the change whose reversal that is. */
  public Mind back(Reversal reversal) {
    Map<MemoryId, Memory> newMemories = new LinkedHashMap<>(memories);
    Map<Pair, Relationship> newRelationships = new LinkedHashMap<>(relationships);
    Map<EntityId, List<Feeling>> newFeelings = new LinkedHashMap<>(feelings);
    reversal.dropped().forEach(newMemories::remove);
    reversal.restored().forEach(memory -> newMemories.put(memory.id(), memory));
    reversal.unmet().forEach(newRelationships::remove);
    reversal.relationships().forEach(r -> newRelationships.put(Pair.of(r), r));
    newFeelings.putAll(reversal.feelings());
    return new Mind(newMemories, meanings, newRelationships, newFeelings);
  }

  /**
   * Returns this mind with those meanings. One whose memory is gone or says something else by now
   * is left out.
   *
   * @throws IllegalArgumentException if the dimensions of one differ from those of the others
   */
  public Mind with(List<Embedded> embedded) {
    Map<MemoryId, Meaning> newMeanings = new LinkedHashMap<>(meanings);
    embedded.stream()
        .filter(e -> memory(e.id()).filter(m -> m.content().equals(e.content())).isPresent())
        .forEach(e -> newMeanings.put(e.id(), e.meaning()));
    return new Mind(memories, newMeanings, relationships, feelings);
  }

  /** Returns up to {@code most} memories that have no meaning yet, the newest first. */
  public List<Memory> withoutMeaning(int most) {
    List<Memory> lacking = new ArrayList<>(memories().toList()).reversed();
    return lacking.stream().filter(m -> !meanings.containsKey(m.id())).limit(most).toList();
  }

  /** Returns how many memories there are. */
  public int size() {
    return memories.size();
  }

  /** Returns all memories, in the order in which they were written. */
  public Stream<Memory> memories() {
    return memories.values().stream();
  }

  /** Returns the memory of that id, or empty if there is none. */
  public Optional<Memory> memory(MemoryId id) {
    return Optional.ofNullable(memories.get(id));
  }

  /** Returns the memory that says exactly this. */
  Optional<Memory> stated(Statement statement) {
    return memories().filter(memory -> Statement.of(memory).equals(statement)).findFirst();
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
    return Recall.search(this, memory -> true, question);
  }
}
