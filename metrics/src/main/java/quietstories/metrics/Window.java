package quietstories.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import quietstories.engine.Measurements.Measured;
import quietstories.engine.Measurements.Summary;

/**
 * The operations of one type since the last reset. Every operation counts in exactly one window.
 */
final class Window {

  private static final int RECENT = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Deque<Measured> recent = new ArrayDeque<>(RECENT);
  private long count;
  private long failures;
  private long totalNanos;
  private long minNanos;
  private long maxNanos;

  synchronized void add(Measured operation) {
    long nanos = operation.durationNanos();
    minNanos = count == 0 ? nanos : Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
    totalNanos += nanos;
    count++;
    failures += operation.failed() ? 1 : 0;
    if (recent.size() == RECENT) {
      recent.removeFirst();
    }
    recent.addLast(operation);
  }

  synchronized Summary summary() {
    return new Summary(
        count,
        failures,
        totalNanos / NANOS_PER_MILLI,
        minNanos / NANOS_PER_MILLI,
        maxNanos / NANOS_PER_MILLI,
        List.copyOf(recent));
  }

  synchronized Summary close() {
    Summary closed = summary();
    recent.clear();
    count = 0;
    failures = 0;
    totalNanos = 0;
    minNanos = 0;
    maxNanos = 0;
    return closed;
  }
}
