package quietstories.rules;

/**
 * Chance that a seed decides: the same seed, turn and attempt give the same dice, on every machine.
 * One instance is for one turn and one thread.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
 * generators", 2014); the constants are those of the paper's mix function.
 */
public final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;

  private final long origin;
  private long state;

  private Dice(long origin) {
    this.origin = origin;
    this.state = origin;
  }

  /**
   * Returns the dice of a turn.
   *
   * @param attempt 0 for the first time a turn is played, more when it is played again
   */
  public static Dice of(long seed, int turn, int attempt) {
    return new Dice(mix(mix(seed + GOLDEN) + turn * GOLDEN) + attempt * GOLDEN);
  }

  /**
   * Returns independent dice for one purpose. They depend on the purpose and on what these dice
   * were made from, not on what was drawn from them.
   */
  public Dice fork(String purpose) {
    long hash = origin;
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash ^ purpose.charAt(i)) + GOLDEN;
    }
    return new Dice(mix(hash));
  }

  /** Returns what a die with that many faces shows, from 1. */
  public int roll(int faces) {
    return below(faces) + 1;
  }

  /** Returns true with probability {@code p}. */
  public boolean chance(double p) {
    return (next() >>> 11) * UNIT < p;
  }

  /**
   * Returns a number from 0 to {@code bound} - 1, each equally likely.
   *
   * @throws IllegalArgumentException unless {@code bound} is positive
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, not " + bound);
    }
    // why: the remainder alone would favour small numbers; the uneven rest of the range is drawn
    // anew.
    long rest = Long.MAX_VALUE % bound;
    long drawn = next() >>> 1;
    while (drawn > Long.MAX_VALUE - rest - 1) {
      drawn = next() >>> 1;
    }
    return (int) (drawn % bound);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
