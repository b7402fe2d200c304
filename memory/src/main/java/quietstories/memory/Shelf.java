package quietstories.memory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;

/**
 * The memories of one session in the order in which they came, with the word index and the vectors.
 * Things are only ever added, so that every {@link Mind} of the session can share it and look only
 * at the slots that it holds. One writer; readers need no lock.
 */
final class Shelf {

  /** How many bits of a posting say how often the word occurs. */
  static final int TIMES = 7;

  private static final int MOST_TIMES = (1 << TIMES) - 1;
  private static final int MOST_SLOTS = 1 << (Integer.SIZE - 1 - TIMES);

  private volatile @Nullable Memory[] memories = new Memory[16];
  private final Ints lengths = new Ints();
  private final Ints placeOfMeaning = new Ints();
  private final Table<String> words = new Table<>();
  private final Table<MemoryId> byId = new Table<>();
  private final Table<Statement> byStatement = new Table<>();
  private final Meanings meanings = new Meanings();

  /** Returns how many slots are taken, by memories that are or were. */
  int size() {
    return lengths.size();
  }

  Memory memory(int slot) {
    Memory memory = memories[slot];
    if (memory == null) {
      throw new IllegalStateException("no memory in slot " + slot);
    }
    return memory;
  }

  /** Returns of how many words the memory in that slot consists. */
  int length(int slot) {
    return lengths.items()[slot];
  }

  Meanings meanings() {
    return meanings;
  }

  /** Returns the place of the slot's vector among the first {@code known}, or empty. */
  OptionalInt meaning(int slot, int known) {
    int place = placeOfMeaning.items()[slot];
    return place >= 0 && place < known ? OptionalInt.of(place) : OptionalInt.empty();
  }

  /** Returns the slots of all versions of that memory, oldest first. */
  Optional<Ints> versions(MemoryId id) {
    return byId.find(id);
  }

  /** Returns the slots of all memories that said this. */
  Optional<Ints> saying(Statement statement) {
    return byStatement.find(statement);
  }

  /** Returns in which slots a stem occurs and how often: {@code slot << TIMES | times}. */
  Optional<Ints> postings(String stem) {
    return words.find(stem);
  }

  /** Returns the slot that holds exactly this memory, taking a new one if none does. */
  int place(Memory memory) {
    Ints versions = byId.of(memory.id());
    for (int i = 0; i < versions.size(); i++) {
      if (memory(versions.items()[i]).equals(memory)) {
        return versions.items()[i];
      }
    }
    return append(memory, versions);
  }

  private int append(Memory memory, Ints versions) {
    int slot = size();
    if (slot == MOST_SLOTS) {
      throw new IllegalStateException("a session holds at most " + MOST_SLOTS + " memories");
    }
    @Nullable Memory[] room = memories;
    if (slot == room.length) {
      room = Arrays.copyOf(room, slot + (slot >> 1));
    }
    room[slot] = memory;
    memories = room;
    OptionalInt sameWords = sameContent(memory, versions);
    versions.add(slot);
    byStatement.of(Statement.of(memory)).add(slot);
    Map<String, Integer> times = times(memory);
    times.forEach((stem, n) -> words.of(stem).add(slot << TIMES | Math.min(MOST_TIMES, n)));
    placeOfMeaning.add(-1);
    lengths.add(times.values().stream().mapToInt(Integer::intValue).sum());
    sameWords.ifPresent(place -> meant(slot, meanings.add(slot, meanings, place)));
    return slot;
  }

  private OptionalInt sameContent(Memory memory, Ints versions) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      int slot = versions.items()[i];
      if (memory(slot).content().equals(memory.content())
          && memory(slot).owner().equals(memory.owner())) {
        return meaning(slot, Integer.MAX_VALUE);
      }
    }
    return OptionalInt.empty();
  }

  /** Gives the slot's memory its vector. */
  void mean(int slot, Meaning meaning) {
    meant(slot, meanings.add(slot, meaning));
  }

  private void meant(int slot, int place) {
    placeOfMeaning.items()[slot] = place;
  }

  /**
   * Returns how often each stem occurs. Whose memory it is and whom it is about count as words,
   * once each where the text does not name them: "I hate fog" is about its owner.
   */
  private static Map<String, Integer> times(Memory memory) {
    Map<String, Integer> times = new LinkedHashMap<>();
    Words.of(memory.content()).forEach(stem -> times.merge(stem, 1, Integer::sum));
    nameStems(memory.owner()).forEach(stem -> times.putIfAbsent(stem, 1));
    for (EntityId id : memory.related()) {
      nameStems(id).forEach(stem -> times.putIfAbsent(stem, 1));
    }
    return times;
  }

  private static Set<String> nameStems(EntityId id) {
    return Words.stems(id.value());
  }

  /** Returns a shelf with those slots of this one alone, in their order, vectors included. */
  Shelf compacted(List<Integer> slots, int knownMeanings) {
    Shelf fresh = new Shelf();
    for (int slot : slots) {
      int now = fresh.place(memory(slot));
      meaning(slot, knownMeanings)
          .ifPresent(place -> fresh.meant(now, fresh.meanings.add(now, meanings, place)));
    }
    return fresh;
  }
}
