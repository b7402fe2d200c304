package quietstories.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import quietstories.json.JsonObject;

/** Durations of one kind, exact to a thousandth. Safe for use by many threads. */
final class Series {

  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1e3;

  private final Histogram micros = new ConcurrentHistogram(DIGITS);

  /** Adds a duration in nanoseconds; one below zero counts as zero. */
  void addNanos(long nanos) {
    micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos)));
  }

  /** Adds everything that {@code other} holds. */
  void addAll(Series other) {
    micros.add(other.micros);
  }

  long count() {
    return micros.getTotalCount();
  }

  /** Returns the value in milliseconds that so many percent do not exceed; 0 without any. */
  double at(double percent) {
    return micros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
  }

  /** Returns the numbers and the histogram in the form of a server's metrics. */
  JsonObject json() {
    boolean any = count() > 0;
    return JsonObject.builder()
        .put("count", count())
        .put("failures", 0)
        .put("avg_time_ms", any ? micros.getMean() / MICROS_PER_MILLI : 0)
        .put("min_time_ms", any ? micros.getMinValue() / MICROS_PER_MILLI : 0)
        .put("max_time_ms", any ? micros.getMaxValue() / MICROS_PER_MILLI : 0)
        .put("p50_ms", at(50))
        .put("p90_ms", at(90))
        .put("p95_ms", at(95))
        .put("p99_ms", at(99))
        .put("histogram", encoded())
        .build();
  }

  private String encoded() {
    ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
    int length = micros.copy().encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }
}
