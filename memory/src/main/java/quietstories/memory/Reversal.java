package quietstories.memory;

import java.util.List;
import java.util.Map;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.Relationship;

/**
 * The exact inverse of one change. Its size is that of the change.
 *
 * @param restored memories as they were before
 * @param dropped memories that did not exist before
 * @param relationships as they were before
 * @param unmet pairs that had no relationship before
 * @param feelings what each of these had felt before, oldest first
 */
public record Reversal(
    List<Memory> restored,
    List<MemoryId> dropped,
    List<Relationship> relationships,
    List<Pair> unmet,
    Map<EntityId, List<Feeling>> feelings) {

  public Reversal {
    restored = List.copyOf(restored);
    dropped = List.copyOf(dropped);
    relationships = List.copyOf(relationships);
    unmet = List.copyOf(unmet);
    feelings = Map.copyOf(feelings);
  }
}
