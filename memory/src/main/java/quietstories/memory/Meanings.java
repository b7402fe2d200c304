package quietstories.memory;

import java.util.Arrays;

/**
 * Vectors of one length in blocks, to which vectors are only ever added. One writer; readers need
 * no lock.
 *
 * <p>Within a block of {@value #BLOCK} the first number of all vectors comes first, then the second
 * of all, and so on. So the products of a question with a whole block are sums of whole rows, which
 * the compiler turns into vector instructions without being allowed to reorder any sum.
 */
final class Meanings {

  /** How many vectors make a block. */
  static final int BLOCK = 128;

  // why: four rows at once, so that the sums are loaded and stored once for four products.
  private static final int ROWS = 4;

  private volatile float[][] blocks = new float[0][];
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
    if (dimensions == 0) {
      dimensions = meaning.dimensions();
    }
    if (meaning.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions among those of %d"
              .formatted(meaning.dimensions(), dimensions));
    }
    int place = owners.size();
    if (place / BLOCK == blocks.length) {
      float[][] more = Arrays.copyOf(blocks, blocks.length + 1);
      more[blocks.length] = new float[padded() * BLOCK];
      blocks = more;
    }
    float[] block = blocks[place / BLOCK];
    float[] numbers = meaning.numbers();
    for (int i = 0; i < numbers.length; i++) {
      block[i * BLOCK + place % BLOCK] = numbers[i];
    }
    owners.add(slot);
    return place;
  }

  private int padded() {
    return (dimensions + ROWS - 1) / ROWS * ROWS;
  }

  /** Returns the numbers of the vector at that place. */
  float[] at(int place) {
    float[] block = blocks[place / BLOCK];
    float[] numbers = new float[dimensions];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = block[i * BLOCK + place % BLOCK];
    }
    return numbers;
  }

  /** Returns the question's numbers in the length that {@link #products} wants. */
  float[] padded(Meaning question) {
    return Arrays.copyOf(question.numbers(), padded());
  }

  /** Puts the products of the padded question with all vectors of a block into {@code sums}. */
  void products(float[] question, int block, float[] sums) {
    Arrays.fill(sums, 0);
    float[] rows = blocks[block];
    for (int i = 0; i < question.length; i += ROWS) {
      addRows(
          sums, rows, i * BLOCK, question[i], question[i + 1], question[i + 2], question[i + 3]);
    }
  }

  private static void addRows(
      float[] sums, float[] rows, int from, float a, float b, float c, float d) {
    for (int j = 0; j < BLOCK; j++) {
      sums[j] +=
          a * rows[from + j]
              + b * rows[from + BLOCK + j]
              + c * rows[from + 2 * BLOCK + j]
              + d * rows[from + 3 * BLOCK + j];
    }
  }
}
