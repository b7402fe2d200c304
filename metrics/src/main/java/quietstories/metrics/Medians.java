package quietstories.metrics;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Draws the medians of bootstrap samples of a histogram without drawing the samples. The median of
 * n draws with replacement is the value at the rank that the middle one of n uniform numbers picks,
 * and that one has the distribution Beta(m, n + 1 - m) with m the middle place (David and Nagaraja,
 * Order Statistics, 2.3).
 */
final class Medians {

  private final long[] ends;
  private final double[] values;
  private final long count;
  private final Gamma below;
  private final Gamma above;

  Medians(Histogram histogram) {
    int cells = 0;
    for (HistogramIterationValue _ : histogram.recordedValues()) {
      cells++;
    }
    ends = new long[cells];
    values = new double[cells];
    int cell = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      ends[cell] = value.getTotalCountToThisValue();
      values[cell++] = histogram.medianEquivalentValue(value.getValueIteratedTo());
    }
    count = histogram.getTotalCount();
    long middle = (count + 1) / 2;
    below = new Gamma(Math.max(1, middle));
    above = new Gamma(Math.max(1, count + 1 - middle));
  }

  long count() {
    return count;
  }

  /** Returns the median of what was measured; there must be something. */
  double measured() {
    return at((count + 1) / 2);
  }

  /** Returns the median of one sample; there must be something measured. */
  double draw(SplittableRandom random) {
    double low = below.draw(random);
    double part = low / (low + above.draw(random));
    return at(1 + (long) Math.min(count - 1.0, part * count));
  }

  private double at(long rank) {
    int low = 0;
    int high = ends.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] < rank) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return values[low];
  }
}
