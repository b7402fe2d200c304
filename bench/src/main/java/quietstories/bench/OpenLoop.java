package quietstories.bench;

import java.util.function.LongSupplier;

/**
 * Begins work at a steady rate and times each piece of it from when it should have begun. When work
 * is late because what came before it took long, that waiting counts, as it would for a player who
 * came at that moment. (The error of leaving it out is known as coordinated omission; see Gil Tene,
 * "How NOT to Measure Latency".)
 */
final class OpenLoop {

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongSupplier ticker;
  private final Pause pause;
  private final long start;
  private final double rate;

  /** Waits until a moment; returns at once if it has passed. */
  @FunctionalInterface
  interface Pause {
    void until(long nanos) throws InterruptedException;
  }

  /** Something that is timed. */
  @FunctionalInterface
  interface Work {
    /** Does it; {@code due} is when it should have begun. */
    void run(long due) throws Exception;
  }

  /**
   * Creates a loop that begins now.
   *
   * @param rate pieces of work a second
   */
  OpenLoop(LongSupplier ticker, Pause pause, double rate) {
    this.ticker = ticker;
    this.pause = pause;
    this.rate = rate;
    this.start = ticker.getAsLong();
  }

  /** Returns when the piece of that number is due, counted from 0. */
  long due(long number) {
    return start + (long) (number / rate * NANOS_PER_SECOND);
  }

  /** Does one of {@code lanes} lanes' {@code count} pieces of work, each when it is due. */
  void run(int lane, int lanes, int count, Work work) throws Exception {
    for (int i = 0; i < count; i++) {
      long due = due((long) i * lanes + lane);
      if (due > ticker.getAsLong()) {
        pause.until(due);
      }
      work.run(due);
    }
  }
}
