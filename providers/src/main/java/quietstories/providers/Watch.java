package quietstories.providers;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call that takes too long: as a whole, or in silence once its first byte has come. Reading
 * a long prompt is silent, so before the first byte only the whole counts.
 */
final class Watch implements AutoCloseable {

  private static final ScheduledExecutorService TIMER = timer();

  private final long start = System.nanoTime();
  private final long callNanos;
  private final long silenceNanos;
  private final Runnable end;
  private ScheduledFuture<?> next;
  private long heardAt;
  private boolean heard;
  private boolean expired;
  private boolean closed;

  /** Begins to watch; {@code end} runs once when the time is over, and must be quick. */
  Watch(Duration call, Duration silence, Runnable end) {
    this.callNanos = call.toNanos();
    this.silenceNanos = silence.toNanos();
    this.end = end;
    this.next = schedule(callNanos);
  }

  /** Begins to watch something that must be over within {@code most}. */
  static Watch over(Duration most, Runnable end) {
    return new Watch(most, most, end);
  }

  private static ScheduledExecutorService timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("model-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** Notes that something has arrived. */
  synchronized void heard() {
    heardAt = System.nanoTime();
    if (!heard && !closed) {
      heard = true;
      next.cancel(false);
      next = schedule(Math.min(silenceNanos, start + callNanos - heardAt));
    }
  }

  synchronized boolean isExpired() {
    return expired;
  }

  private ScheduledFuture<?> schedule(long nanos) {
    return TIMER.schedule(this::look, Math.max(nanos, 0), TimeUnit.NANOSECONDS);
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    long now = System.nanoTime();
    long whole = start + callNanos - now;
    long silent = heard ? heardAt + silenceNanos - now : whole;
    long left = Math.min(whole, silent);
    if (left > 0) {
      next = schedule(left);
    } else {
      expired = true;
      end.run();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    next.cancel(false);
  }
}
