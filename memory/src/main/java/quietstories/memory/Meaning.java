package quietstories.memory;

/** The meaning of a text as a vector of length one, which an embedder made. */
public final class Meaning {

  private final float[] numbers;

  private Meaning(float[] numbers) {
    this.numbers = numbers;
  }

  /**
   * Returns the meaning in that direction; the array is copied.
   *
   * @throws IllegalArgumentException if it is empty, all zero, or holds a number that is not finite
   */
  public static Meaning of(float[] vector) {
    if (!isPossible(vector)) {
      throw new IllegalArgumentException("a vector must be finite and not zero");
    }
    double square = square(vector);
    double length = Math.sqrt(square);
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return new Meaning(unit);
  }

  /** Returns whether the vector has a direction: it is finite, and neither empty nor all zero. */
  public static boolean isPossible(float[] vector) {
    double square = square(vector);
    return square > 0 && square < Double.POSITIVE_INFINITY;
  }

  private static double square(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    return square;
  }

  /** Returns how many numbers it has. */
  public int dimensions() {
    return numbers.length;
  }

  /** Returns the cosine of the angle to another of the same dimensions, from -1 to 1. */
  public double cosine(Meaning other) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += (double) numbers[i] * other.numbers[i];
    }
    return sum;
  }

  /** Returns a copy of the numbers, for storing. */
  public float[] toArray() {
    return numbers.clone();
  }

  /** Returns the numbers themselves, which nobody may change. */
  float[] numbers() {
    return numbers;
  }
}
