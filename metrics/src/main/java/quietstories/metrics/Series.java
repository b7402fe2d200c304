package quietstories.metrics;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import quietstories.engine.Spread;
import quietstories.engine.Summary;

/**
 * A distribution of durations, or of other numbers in millionths, to three digits. Safe for use by
 * many threads.
 */
final class Series {

  private static final int DIGITS = 3;
  private static final double PARTS = 1e6;

  /** One day in nanoseconds: nothing measured here lasts longer, and it bounds the memory. */
  private static final long LONGEST = 86_400_000_000_000L;

  private final Histogram values = new PackedHistogram(DIGITS);
  private long failures;
  private long total;
  private long min = Long.MAX_VALUE;
  private long max;

  synchronized void add(long value, boolean failed) {
    long kept = Math.clamp(value, 0, LONGEST);
    values.recordValue(kept);
    total += kept;
    min = Math.min(min, kept);
    max = Math.max(max, kept);
    failures += failed ? 1 : 0;
  }

  Summary summary() {
    Copy copy = copy();
    return new Summary(
        copy.count(),
        copy.failures(),
        copy.total() / PARTS,
        copy.min() / PARTS,
        copy.max() / PARTS,
        copy.percentile(50),
        copy.percentile(90),
        copy.percentile(95),
        copy.percentile(99),
        Encoding.micros(copy.values()));
  }

  Spread spread() {
    Copy copy = copy();
    double average = copy.count() == 0 ? 0 : copy.total() / PARTS / copy.count();
    return new Spread(
        copy.count(), average, copy.percentile(50), copy.percentile(95), copy.percentile(99));
  }

  private synchronized Copy copy() {
    Histogram copied = values.copy();
    return new Copy(copied, failures, total, copied.getTotalCount() == 0 ? 0 : min, max);
  }

  /** What a series was at one moment. */
  private record Copy(Histogram values, long failures, long total, long min, long max) {

    long count() {
      return values.getTotalCount();
    }

    /** The middle of the histogram's cell, but never beyond what was really measured. */
    double percentile(double percent) {
      long value = values.getValueAtPercentile(percent);
      return Math.clamp(values.medianEquivalentValue(value), min, max) / PARTS;
    }
  }
}
