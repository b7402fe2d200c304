package quietstories.memory;

import java.util.List;
import java.util.Set;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;
import quietstories.story.Relationship;

/**
 * What consolidation would change.
 *
 * @param entitiesProcessed how many owners' memories were looked through
 * @param memoriesRemoved how many memories are gone, all reasons together
 * @param memoriesMerged how many of those went into a near-duplicate
 * @param memoriesSummarized how many of those went into a summary
 */
public record Consolidated(
    MindChange change,
    int entitiesProcessed,
    int memoriesRemoved,
    int memoriesMerged,
    int memoriesSummarized) {

  /**
   * Returns whether what was planned for one mind can be done to what has become of it: nothing
   * that goes has changed, and no other relationship rests on it. What came anew does not matter.
   */
  public boolean fits(Mind planned, Mind now) {
    Set<MemoryId> going = Set.copyOf(change.removed());
    return going.stream().allMatch(id -> now.memory(id).equals(planned.memory(id)))
        && restingOn(going, planned).equals(restingOn(going, now));
  }

  private static List<Relationship> restingOn(Set<MemoryId> memories, Mind mind) {
    return mind.relationships().stream()
        .filter(edge -> edge.evidence().stream().anyMatch(memories::contains))
        .toList();
  }
}
