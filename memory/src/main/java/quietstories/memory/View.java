package quietstories.memory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.Relationship;

/**
 * What one point of view may know of a mind. It is the only maker of {@link Recollection}, {@link
 * SeenRelationship} and {@link SeenMood}.
 *
 * <ul>
 *   <li>Memories: its own, and everybody's public ones. What it may not see changes neither what it
 *       finds nor in which order.
 *   <li>Relationships: those it has itself; of others only those that rest on public memories and
 *       on nothing else; and of the evidence what it may see.
 *   <li>Moods: its own whole; of others only the name of a strong and fresh emotion, which shows in
 *       a face, never its cause, its target or a number.
 * </ul>
 */
public final class View {

  /** From which intensity others see an emotion. */
  static final double SHOWING = 0.5;

  /** For how many turns others see it. */
  static final int SHOWING_TURNS = 3;

  private final Mind mind;
  private final EntityId by;
  private final Sight sight;

  View(Mind mind, EntityId by) {
    this.mind = mind;
    this.by = by;
    this.sight = Sight.of(by);
  }

  /** Returns whose point of view it is. */
  public EntityId by() {
    return by;
  }

  /** Returns what the point of view recalls at that question, the best first. */
  public List<Recollection> search(Question question) {
    return Recall.search(mind, sight, question).stream()
        .map(finding -> new Recollection(by, finding))
        .toList();
  }

  /** Returns the memory of that id, or empty if there is none or the point of view may not know. */
  public Optional<Recollection> memory(MemoryId id) {
    return mind.memory(id).filter(sight::sees).map(this::shown);
  }

  /** Returns the newest memories of that owner that the point of view may know, newest first. */
  public List<Recollection> latest(EntityId owner, int most) {
    return mind.memories()
        .filter(memory -> memory.owner().equals(owner))
        .filter(sight::sees)
        .sorted(Recall.NEWEST)
        .limit(most)
        .map(this::shown)
        .toList();
  }

  /** Returns the relationships that the point of view may know. */
  public List<SeenRelationship> relationships() {
    return mind.relationships().stream().filter(this::sees).map(this::shown).toList();
  }

  /** Returns those of them that are between two of {@code present}. */
  public List<SeenRelationship> relationshipsAmong(Collection<EntityId> present) {
    return relationships().stream()
        .filter(edge -> present.contains(edge.from()) && present.contains(edge.to()))
        .toList();
  }

  /** Returns how that entity appears at turn {@code now}. */
  public SeenMood mood(EntityId of, int now) {
    if (of.equals(by)) {
      Mood mood = mind.mood(of, now);
      return new SeenMood(by, of, mood.dominant(), Optional.of(mood));
    }
    String showing =
        mind.feelings(of).reversed().stream()
            .filter(f -> now - f.turn() < SHOWING_TURNS && Math.abs(f.intensity()) >= SHOWING)
            .findFirst()
            .map(f -> f.emotion().wireName())
            .orElse(Mood.NEUTRAL.dominant());
    return new SeenMood(by, of, showing, Optional.empty());
  }

  private boolean sees(Relationship edge) {
    return edge.open() || edge.from().equals(by);
  }

  private SeenRelationship shown(Relationship edge) {
    List<MemoryId> evidence =
        edge.evidence().stream()
            .filter(id -> mind.memory(id).filter(sight::sees).isPresent())
            .toList();
    return new SeenRelationship(by, edge, evidence);
  }

  private Recollection shown(Memory memory) {
    Why why = new Why(OptionalInt.empty(), OptionalInt.empty(), 0);
    return new Recollection(by, new Finding(memory, 0, why));
  }
}
