package quietstories.story;

import java.util.List;
import java.util.Map;

/**
 * All that the cast of a session knows, feels and is to each other at one turn.
 *
 * @param memories in the order in which they were first written
 * @param vectors the meaning of each memory that was embedded already
 * @param relationships one for each ordered pair
 * @param feelings what was felt, the oldest first
 * @param tasks what is still to be worked out, and what was
 */
public record Knowledge(
    List<Memory> memories,
    Map<MemoryId, Vector> vectors,
    List<Relationship> relationships,
    List<Feeling> feelings,
    List<EnrichmentTask> tasks) {

  /** The knowledge of those who know nothing yet. */
  public static final Knowledge EMPTY =
      new Knowledge(List.of(), Map.of(), List.of(), List.of(), List.of());

  public Knowledge {
    memories = List.copyOf(memories);
    vectors = Map.copyOf(vectors);
    relationships = List.copyOf(relationships);
    feelings = List.copyOf(feelings);
    tasks = List.copyOf(tasks);
  }
}
