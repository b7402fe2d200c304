package quietstories.memory;

import java.util.Optional;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.Visibility;

/**
 * Which memories may be seen: all, or what one point of view may know.
 *
 * @param by the point of view, empty for the operator
 */
record Sight(Optional<EntityId> by) {

  /** The operator's. */
  static final Sight EVERYTHING = new Sight(Optional.empty());

  static Sight of(EntityId pointOfView) {
    return new Sight(Optional.of(pointOfView));
  }

  boolean sees(Memory memory) {
    return by.isEmpty()
        || memory.visibility() == Visibility.PUBLIC
        || memory.owner().equals(by.get());
  }

  /** Returns the tally of what is seen of that owner's memories, all in its open part. */
  Tally seen(EntityId owner, Tally tally) {
    return by.isEmpty() || owner.equals(by.get())
        ? new Tally(tally.open() + tally.secret(), tally.openWords() + tally.secretWords(), 0, 0)
        : new Tally(tally.open(), tally.openWords(), 0, 0);
  }
}
