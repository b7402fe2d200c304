package quietstories.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.PMap;
import quietstories.story.EntityId;
import quietstories.story.Feeling;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.Relationship;

/** The memories of a mind in the making. */
final class MindDraft {

  /** How many slots may be dead beyond as many as are live. */
  private static final int MOST_DEAD = 10_000;

  private final Shelf shelf;
  private final Bits.Draft live;
  private PMap<EntityId, Tally> tallies;

  MindDraft(Shelf shelf, Bits live, PMap<EntityId, Tally> tallies) {
    this.shelf = shelf;
    this.live = live.draft();
    this.tallies = tallies;
  }

  void add(Memory memory) {
    int slot = shelf.place(memory);
    live.add(slot);
    tally(memory.owner(), of(memory.owner()).plus(memory, shelf.length(slot)));
  }

  void remove(MemoryId id) {
    Optional<Ints> versions = shelf.versions(id);
    int count = versions.map(Ints::size).orElse(0);
    for (int i = 0; i < count; i++) {
      int slot = versions.orElseThrow().items()[i];
      if (live.has(slot)) {
        live.remove(slot);
        Memory memory = shelf.memory(slot);
        tally(memory.owner(), of(memory.owner()).minus(memory, shelf.length(slot)));
      }
    }
  }

  private Tally of(EntityId owner) {
    return tallies.getOrDefault(owner, Tally.NONE);
  }

  private void tally(EntityId owner, Tally tally) {
    tallies = tally.equals(Tally.NONE) ? tallies.minus(owner) : tallies.plus(owner, tally);
  }

  /** Returns the mind. Where most slots are dead it begins a new shelf with those that live. */
  Mind mind(PMap<Pair, Relationship> relationships, PMap<EntityId, List<Feeling>> feelings) {
    Bits now = live.done();
    if (shelf.size() <= 2 * now.count() + MOST_DEAD) {
      return new Mind(shelf, now, tallies, relationships, feelings);
    }
    List<Integer> slots = new ArrayList<>();
    now.forEach(slots::add);
    Shelf fresh = shelf.compacted(slots, Integer.MAX_VALUE);
    Bits.Draft all = Bits.NONE.draft();
    for (int slot = 0; slot < slots.size(); slot++) {
      all.add(slot);
    }
    return new Mind(fresh, all.done(), tallies, relationships, feelings);
  }
}
