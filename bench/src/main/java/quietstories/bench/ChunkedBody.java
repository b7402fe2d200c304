package quietstories.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The content of a chunked HTTP body. */
final class ChunkedBody extends InputStream {

  private static final int HEX = 16;

  private final InputStream in;
  private int left;
  private boolean begun;
  private boolean over;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    if (left == 0 && !over) {
      nextChunk();
    }
    if (over) {
      return -1;
    }
    int count = in.read(bytes, from, Math.min(most, left));
    if (count < 0) {
      throw new EOFException("the stream ended in the middle");
    }
    left -= count;
    return count;
  }

  private void nextChunk() throws IOException {
    if (begun) {
      Lines.needed(in);
    }
    begun = true;
    String size = Lines.needed(in).replaceFirst(";.*", "").strip();
    try {
      left = Integer.parseInt(size, HEX);
    } catch (NumberFormatException e) {
      throw new IOException("no size of a chunk: " + size, e);
    }
    over = left == 0;
  }
}
