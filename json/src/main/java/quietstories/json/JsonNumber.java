package quietstories.json;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A finite JSON number, held exactly if it is a whole number of 64 bits and as a double otherwise.
 *
 * <p>There is one form for each value: a double that is whole and at most 2^53 in size becomes an
 * integer, so {@code 1.0} and {@code 1} are equal and are written {@code 1}.
 */
public final class JsonNumber implements Json {

  private static final double EXACT = 0x1p53;

  private final boolean whole;
  private final long integer;
  private final double real;

  private JsonNumber(boolean whole, long integer, double real) {
    this.whole = whole;
    this.integer = integer;
    this.real = real;
  }

  /** Returns the integer {@code value}. */
  public static JsonNumber of(long value) {
    return new JsonNumber(true, value, value);
  }

  /**
   * Returns the number {@code value}.
   *
   * @throws IllegalArgumentException for NaN and infinities
   */
  public static JsonNumber of(double value) {
    return finite(value)
        .orElseThrow(() -> new IllegalArgumentException(value + " is not a JSON number"));
  }

  /** Returns the number {@code value}, or empty for NaN and infinities. */
  public static Optional<JsonNumber> finite(double value) {
    if (!Double.isFinite(value)) {
      return Optional.empty();
    }
    if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      return Optional.of(of((long) value));
    }
    return Optional.of(new JsonNumber(false, 0, value));
  }

  /** Returns the value as a double; integers beyond 2^53 are rounded to the nearest one. */
  public double value() {
    return real;
  }

  /** Returns the exact value if this is a whole number of 64 bits. */
  public OptionalLong integer() {
    return whole ? OptionalLong.of(integer) : OptionalLong.empty();
  }

  /** Returns the sum, exact for integers as long as it fits; empty if it leaves double range. */
  public Optional<JsonNumber> plus(JsonNumber other) {
    if (whole && other.whole) {
      long sum = integer + other.integer;
      boolean overflow = ((integer ^ sum) & (other.integer ^ sum)) < 0;
      if (!overflow) {
        return Optional.of(of(sum));
      }
    }
    return finite(real + other.real);
  }

  /**
   * Returns the product, exact for integers as long as it fits; empty if it leaves double range.
   */
  public Optional<JsonNumber> times(JsonNumber other) {
    if (whole && other.whole) {
      long high = Math.multiplyHigh(integer, other.integer);
      long low = integer * other.integer;
      if (high == low >> 63) {
        return Optional.of(of(low));
      }
    }
    return finite(real * other.real);
  }

  /** Returns the difference, exact for integers as long as it fits; empty if out of range. */
  public Optional<JsonNumber> minus(JsonNumber other) {
    if (whole && other.whole) {
      long difference = integer - other.integer;
      boolean overflow = ((integer ^ other.integer) & (integer ^ difference)) < 0;
      if (!overflow) {
        return Optional.of(of(difference));
      }
    }
    return finite(real - other.real);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonNumber that
        && whole == that.whole
        && integer == that.integer
        && Double.compare(real, that.real) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(real);
  }

  @Override
  public String toString() {
    return whole ? Long.toString(integer) : Double.toString(real);
  }
}
