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
 */
public record MindChange(
    List<Memory> written,
    List<MemoryId> removed,
    List<Relationship> relationships,
    List<Feeling> feelings) {

  /** The change that changes nothing. */
  public static final MindChange NONE = new MindChange(List.of(), List.of(), List.of(), List.of());

  public MindChange {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    relationships = List.copyOf(relationships);
    feelings = List.copyOf(feelings);
  }

  /** Returns whether it changes nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
