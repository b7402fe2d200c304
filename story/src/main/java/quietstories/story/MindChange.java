package quietstories.story;

import java.util.List;

/**
 * What changes in the minds of a session's cast, all at once. It belongs to the session's current
 * turn, with which it comes and goes.
 *
 * @param written memories that are new, or a later version of the one with the same id
 * @param removed memories that are gone
 * @param relationships each takes the place of the earlier one of its pair
 * @param feelings what was felt
 * @param tasks enrichment tasks that are new, or a later state of the one with the same id
 */
public record MindChange(
    List<Memory> written,
    List<MemoryId> removed,
    List<Relationship> relationships,
    List<Feeling> feelings,
    List<EnrichmentTask> tasks) {

  /** The change that changes nothing. */
  public static final MindChange NONE = new MindChange(List.of(), List.of(), List.of(), List.of());

  public MindChange {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    relationships = List.copyOf(relationships);
    feelings = List.copyOf(feelings);
    tasks = List.copyOf(tasks);
  }

  /** Creates a change that leaves the enrichment tasks alone. */
  public MindChange(
      List<Memory> written,
      List<MemoryId> removed,
      List<Relationship> relationships,
      List<Feeling> feelings) {
    this(written, removed, relationships, feelings, List.of());
  }

  /** Returns the change that writes those memories and does nothing else. */
  public static MindChange remembering(List<Memory> memories) {
    return new MindChange(memories, List.of(), List.of(), List.of());
  }

  /** Returns the change that removes those memories and does nothing else. */
  public static MindChange forgetting(List<MemoryId> memories) {
    return new MindChange(List.of(), memories, List.of(), List.of());
  }

  /** Returns whether it changes nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
