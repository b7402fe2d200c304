package quietstories.memory;

import java.util.List;
import quietstories.story.EntityId;
import quietstories.story.MemoryId;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;

/**
 * A relationship that a point of view may know, with the evidence that it may know. Only {@link
 * View} makes it.
 */
public final class SeenRelationship {

  private final EntityId by;
  private final Relationship relationship;
  private final List<MemoryId> evidence;

  SeenRelationship(EntityId by, Relationship relationship, List<MemoryId> evidence) {
    this.by = by;
    this.relationship = relationship;
    this.evidence = List.copyOf(evidence);
  }

  /** Returns whose point of view it is seen from. */
  public EntityId by() {
    return by;
  }

  public EntityId from() {
    return relationship.from();
  }

  public EntityId to() {
    return relationship.to();
  }

  public RelationshipType type() {
    return relationship.type();
  }

  public double sentiment() {
    return relationship.sentiment();
  }

  public double strength() {
    return relationship.strength();
  }

  public int lastTurn() {
    return relationship.lastTurn();
  }

  public List<MemoryId> evidence() {
    return evidence;
  }
}
