package quietstories.memory;

import quietstories.story.EntityId;
import quietstories.story.Relationship;

/** Two entities in order: from the one, to the other. */
public record Pair(EntityId from, EntityId to) {

  /** Returns the pair of that relationship. */
  public static Pair of(Relationship relationship) {
    return new Pair(relationship.from(), relationship.to());
  }
}
