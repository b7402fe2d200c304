package quietstories.providers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The body of an answer, in whichever of HTTP's three framings it comes. */
final class SocketBody extends InputStream {

  private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]{1,15}");

  private enum Framing {
    CHUNKED,
    COUNTED,
    UNTIL_CLOSED
  }

  private final SocketLink link;
  private final Framing framing;
  private long left;
  private boolean begun;
  private boolean ended;

  private SocketBody(SocketLink link, Framing framing, long left) {
    this.link = link;
    this.framing = framing;
    this.left = left;
    this.ended = framing == Framing.COUNTED && left == 0;
  }

  static SocketBody of(SocketLink link, Map<String, String> headers) throws IOException {
    String coding = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (coding.endsWith("chunked")) {
      return new SocketBody(link, Framing.CHUNKED, 0);
    }
    String length = headers.getOrDefault("content-length", "");
    if (length.isEmpty()) {
      return new SocketBody(link, Framing.UNTIL_CLOSED, Long.MAX_VALUE);
    }
    return new SocketBody(link, Framing.COUNTED, number(length, 10));
  }

  /** Returns whether the whole body was read and the connection stands at the next answer. */
  boolean isAtEnd() {
    return ended && framing != Framing.UNTIL_CLOSED;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!ended && left == 0) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = link.in().read(bytes, from, (int) Math.min(length, left));
    if (count < 0) {
      ended = true;
      if (framing == Framing.UNTIL_CLOSED) {
        return -1;
      }
      throw new EOFException("the connection was lost in the middle of the answer");
    }
    left -= count;
    ended = framing == Framing.COUNTED && left == 0;
    return count;
  }

  @Override
  public int available() {
    return 0;
  }

  private void nextChunk() throws IOException {
    if (begun) {
      link.line();
    }
    begun = true;
    String line = link.line();
    int extension = line.indexOf(';');
    left = number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    if (left == 0) {
      while (!link.line().isEmpty()) {
        // why: trailers say nothing that is wanted here.
      }
      ended = true;
    }
  }

  private static long number(String text, int radix) throws IOException {
    if (!NUMBER.matcher(text).matches()) {
      throw new IOException("the answer's length cannot be read");
    }
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException e) {
      throw new IOException("the answer's length cannot be read", e);
    }
  }
}
