package quietstories.rules;

/**
 * Seeded chance: the same seed, turn and attempt give the same dice, on every machine and in every
 * release. Mutable; for one turn and one thread.
 *
 * <p>The stream is SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number
 * generators", OOPSLA 2014), written out here so that no library's change of mind alters a stored
 * story.
 */
public final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long origin;
  private long position;

  private Dice(long origin) {
    this.origin = origin;
    this.position = origin;
  }

  /**
   * Returns the dice of one attempt at one turn.
   *
   * @param seed the session's seed; 0 is a seed like any other
   * @param turn the number of the turn
   * @param attempt 0 for the first play of the turn, one more for each replay under new dice
   */
  public static Dice of(long seed, int turn, int attempt) {
    return new Dice(mixed(mixed(mixed(seed) + turn) + attempt));
  }

  /**
   * Returns an independent stream. It depends on where this one began and on the purpose alone, so
   * drawing from one never shifts another, and the same purpose names the same stream.
   */
  public Dice fork(String purpose) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
    }
    return new Dice(mixed(mixed(origin) ^ hash));
  }

  /** Returns a number from 1 to {@code faces}, each as likely as the others. */
  public int roll(int faces) {
    return 1 + below(faces);
  }

  /** Returns true with probability {@code p}; never for 0 and below, always for 1 and above. */
  public boolean chance(double p) {
    return (next() >>> 11) * 0x1p-53 < p;
  }

  /**
   * Returns a number from 0 to {@code bound} - 1, each as likely as the others.
   *
   * @throws IllegalArgumentException if {@code bound} is below 1
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("there is no number below " + bound);
    }
    // why: a plain remainder would favour the small numbers; draws from the incomplete last
    // stretch of the range are thrown away instead.
    long stretch = (1L << 32) - (1L << 32) % bound;
    long draw = next() >>> 32;
    while (draw >= stretch) {
      draw = next() >>> 32;
    }
    return (int) (draw % bound);
  }

  private long next() {
    position += GOLDEN_GAMMA;
    return mixed(position);
  }

  private static long mixed(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
