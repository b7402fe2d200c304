package quietstories.providers;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Remembers a server that fails again and again. While it is open, nothing is retried and nothing
 * that can wait is asked; a player's turn still gets one real attempt. Safe for use by many
 * threads.
 */
final class Breaker {

  private static final int FAILURES = 5;
  private static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final LongSupplier nanos;
  private int failures;
  private long openedAt;

  Breaker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized boolean isOpen() {
    return failures >= FAILURES && nanos.getAsLong() - openedAt < OPEN_NANOS;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    openedAt = nanos.getAsLong();
  }

  /** Returns whether the last call failed. */
  synchronized boolean isTroubled() {
    return failures > 0;
  }
}
