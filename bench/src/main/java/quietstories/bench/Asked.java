package quietstories.bench;

import java.util.Set;
import quietstories.story.MemoryId;

/** A question of one kind and the memories that answer it. */
record Asked(String kind, String words, Set<MemoryId> evidence) {

  Asked {
    evidence = Set.copyOf(evidence);
  }

  /** Returns which share of the evidence is among {@code found}, from 0 to 1. */
  double recall(Iterable<MemoryId> found) {
    int met = 0;
    for (MemoryId id : found) {
      met += evidence.contains(id) ? 1 : 0;
    }
    return met / (double) evidence.size();
  }
}
