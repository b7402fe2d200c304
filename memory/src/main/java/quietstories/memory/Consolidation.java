package quietstories.memory;

import java.util.function.Supplier;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;

/** Merges what is remembered twice and sums up what is old and did not matter. */
public final class Consolidation {

  private Consolidation() {}

  /**
   * Returns what would be changed at turn {@code now}.
   *
   * @param ids gives a new id at each call
   */
  public static Consolidated of(Mind mind, int now, Supplier<MemoryId> ids, Summariser summariser) {
    return new Consolidated(MindChange.NONE, 0, 0, 0, 0);
  }
}
