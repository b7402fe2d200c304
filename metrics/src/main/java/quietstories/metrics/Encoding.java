package quietstories.metrics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Histograms as text: microseconds, HdrHistogram's V2 encoding without compression, Base64. */
final class Encoding {

  static final int DIGITS = 3;
  private static final double NANOS_PER_MICRO = 1e3;

  private Encoding() {}

  /** Returns the text of a histogram of nanoseconds. */
  static String micros(Histogram nanos) {
    Histogram micros = new Histogram(DIGITS);
    for (HistogramIterationValue cell : nanos.recordedValues()) {
      long middle = nanos.medianEquivalentValue(cell.getValueIteratedTo());
      micros.recordValueWithCount(
          Math.round(middle / NANOS_PER_MICRO), cell.getCountAddedInThisIterationStep());
    }
    ByteBuffer buffer = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
    int length = micros.encodeIntoByteBuffer(buffer);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
  }

  /**
   * Returns the histogram of microseconds that {@code text} is, compressed or not.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Histogram read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try {
      return Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), 0);
    } catch (RuntimeException plain) {
      return compressed(bytes);
    }
  }

  private static Histogram compressed(byte[] bytes) {
    try {
      return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("not an HdrHistogram", e);
    }
  }
}
