package quietstories.memory;

import java.util.Arrays;

/**
 * Vectors of one length in blocks, to which vectors are only ever added. One writer; readers need
 * no lock.
 */
final class Meanings {

  private volatile MeaningBlock[] blocks = new MeaningBlock[0];
  private final Ints owners = new Ints();
  private volatile int dimensions;

  /** Returns how many vectors there are. */
  int size() {
    return owners.size();
  }

  /** Returns the length of the vectors, 0 before the first. */
  int dimensions() {
    return dimensions;
  }

  /** Returns for which slot each vector is; those below {@link #size} count. */
  int[] owners() {
    return owners.items();
  }

  /** Adds the vector of that slot and returns its place. */
  int add(int slot, Meaning meaning) {
    int place = room(meaning.dimensions());
    block(place).put(inBlock(place), meaning);
    owners.add(slot);
    return place;
  }

  /** Adds the vector at a place of others, or of these, for that slot and returns its own place. */
  int add(int slot, Meanings others, int from) {
    int place = room(others.dimensions);
    block(place).put(inBlock(place), others.block(from), inBlock(from));
    owners.add(slot);
    return place;
  }

  /** Returns the next place, after making room there. */
  private int room(int length) {
    if (dimensions == 0) {
      dimensions = length;
    }
    if (length != dimensions) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions among those of %d".formatted(length, dimensions));
    }
    int place = owners.size();
    if (place / MeaningBlock.SIZE == blocks.length) {
      MeaningBlock[] more = Arrays.copyOf(blocks, blocks.length + 1);
      more[blocks.length] = new MeaningBlock(length);
      blocks = more;
    }
    return place;
  }

  /** Returns the numbers of the vector at that place. */
  float[] at(int place) {
    return block(place).at(inBlock(place));
  }

  /** Returns the block in which that place lies. */
  MeaningBlock block(int place) {
    return blocks[place / MeaningBlock.SIZE];
  }

  private static int inBlock(int place) {
    return place % MeaningBlock.SIZE;
  }
}
