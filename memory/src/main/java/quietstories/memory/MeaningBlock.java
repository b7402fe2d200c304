package quietstories.memory;

import java.util.Arrays;

/**
 * Up to {@value #SIZE} vectors of one length.
 *
 * <p>Each number is kept in sixteen bits, as a multiple of a step that is the vector's own; a
 * product with a question of length one is off by less than 0.0001. Beside it stand eight bits,
 * with which the whole block is looked through: the first number of all vectors comes first, then
 * the second of all, and so on. So the products of a question with all are sums of whole rows,
 * which the compiler turns into vector instructions without being allowed to reorder any sum. What
 * eight bits leave out is bounded for each vector, so that only those that may be among the best
 * need to be multiplied whole, and none of the best is passed over.
 */
final class MeaningBlock {

  /** How many vectors it has room for. */
  static final int SIZE = 128;

  // why: four rows at once, so that the sums are loaded and stored once for four products.
  private static final int ROWS = 4;

  /** How many steps make a coarse one: in both the greatest number of a vector is the last. */
  private static final float COARSE = (float) Short.MAX_VALUE / Byte.MAX_VALUE;

  /** More than a sum of floats is ever off. */
  private static final float ROUNDING = 1e-5f;

  private final int dimensions;
  private final short[] fine;
  private final byte[] coarse;
  private final float[] steps = new float[SIZE];
  private final float[] rests = new float[SIZE];

  MeaningBlock(int dimensions) {
    this.dimensions = dimensions;
    fine = new short[dimensions * SIZE];
    coarse = new byte[padded(dimensions) * SIZE];
  }

  private static int padded(int dimensions) {
    return (dimensions + ROWS - 1) / ROWS * ROWS;
  }

  /** Puts a vector into a free place. */
  void put(int place, Meaning meaning) {
    float[] numbers = meaning.numbers();
    float most = 0;
    for (float number : numbers) {
      most = Math.max(most, Math.abs(number));
    }
    steps[place] = most / Short.MAX_VALUE;
    for (int i = 0; i < dimensions; i++) {
      fine[place * dimensions + i] = (short) Math.round(numbers[i] / steps[place]);
    }
    putCoarse(place);
  }

  /** Puts the vector at a place of another block, or of this one, into a free place. */
  void put(int place, MeaningBlock other, int from) {
    steps[place] = other.steps[from];
    System.arraycopy(other.fine, from * dimensions, fine, place * dimensions, dimensions);
    putCoarse(place);
  }

  private void putCoarse(int place) {
    double square = 0;
    for (int i = 0; i < dimensions; i++) {
      short number = fine[place * dimensions + i];
      byte rough = (byte) Math.round(number / COARSE);
      coarse[i * SIZE + place] = rough;
      double rest = number - rough * COARSE;
      square += rest * rest;
    }
    rests[place] = (float) (steps[place] * Math.sqrt(square));
  }

  /** Returns the numbers of the vector at that place. */
  float[] at(int place) {
    float[] numbers = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      numbers[i] = fine[place * dimensions + i] * steps[place];
    }
    return numbers;
  }

  /** Returns the product of a question of length one with the vector at that place. */
  float product(float[] question, int place) {
    float sum = 0;
    for (int i = 0; i < dimensions; i++) {
      sum += question[i] * fine[place * dimensions + i];
    }
    return sum * steps[place];
  }

  /** Returns the question's numbers in the length that {@link #bounds} wants. */
  static float[] padded(Meaning question) {
    return Arrays.copyOf(question.numbers(), padded(question.dimensions()));
  }

  /**
   * Puts into {@code bounds}, which has room for {@value #SIZE}, what the products of a padded
   * question of length one with the vectors are at most.
   */
  void bounds(float[] question, float[] bounds) {
    Arrays.fill(bounds, 0);
    for (int i = 0; i < question.length; i += ROWS) {
      addRows(bounds, i * SIZE, question[i], question[i + 1], question[i + 2], question[i + 3]);
    }
    for (int j = 0; j < SIZE; j++) {
      bounds[j] = bounds[j] * COARSE * steps[j] + rests[j] + ROUNDING;
    }
  }

  private void addRows(float[] sums, int from, float a, float b, float c, float d) {
    for (int j = 0; j < SIZE; j++) {
      sums[j] +=
          a * coarse[from + j]
              + b * coarse[from + SIZE + j]
              + c * coarse[from + 2 * SIZE + j]
              + d * coarse[from + 3 * SIZE + j];
    }
  }
}
