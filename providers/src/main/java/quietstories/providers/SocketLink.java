package quietstories.providers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection, which carries one exchange at a time. */
final class SocketLink implements Closeable {

  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;

  private final SocketChannel channel;
  private final BufferedInputStream in;
  private boolean answered;
  private long keptSince;

  SocketLink(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.in = new BufferedInputStream(channel.socket().getInputStream());
  }

  /** Sends a request and reads the head of its answer. */
  Exchange exchange(WireRequest request, Consumer<SocketLink> whenFree, Line line, long connected)
      throws IOException {
    answered = false;
    channel.socket().getOutputStream().write(bytes(request));
    String status = line();
    answered = true;
    while (status.startsWith("HTTP/1.1 1")) {
      headers();
      status = line();
    }
    Map<String, String> headers = headers();
    SocketBody body = SocketBody.of(this, headers);
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    boolean stays =
        status.startsWith("HTTP/1.1")
            ? !connection.equals("close")
            : connection.equals("keep-alive");
    Optional<Consumer<SocketLink>> keeper = stays ? Optional.of(whenFree) : Optional.empty();
    return new SocketExchange(this, code(status), headers, body, keeper, line, connected);
  }

  /** Returns whether a byte of the answer to the last request has arrived. */
  boolean hasAnswered() {
    return answered;
  }

  void keptSince(long nanos) {
    keptSince = nanos;
  }

  /** Returns whether it was kept after {@code oldest} and the server has not closed it. */
  boolean isUsable(long oldest) {
    if (keptSince - oldest < 0) {
      return false;
    }
    try {
      // why: nothing is due between two exchanges, so whatever can be read here is the end.
      channel.configureBlocking(false);
      int read = channel.read(ByteBuffer.allocate(1));
      channel.configureBlocking(true);
      return read == 0;
    } catch (IOException e) {
      return false;
    }
  }

  BufferedInputStream in() {
    return in;
  }

  /** Bounds each wait for bytes from now on; 0 waits for ever. */
  void patience(int millis) throws IOException {
    channel.socket().setSoTimeout(millis);
  }

  /** Returns the next line without its end. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (line.size() >= LONGEST_LINE) {
        throw new IOException("a line of the answer's head is too long");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() >= MOST_HEADERS) {
        throw new IOException("the answer's head cannot be read");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static int code(String status) throws IOException {
    if (!status.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
      throw new IOException("the answer is not HTTP");
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  /** Head and body leave in one write, and so in one packet if they fit. */
  private static byte[] bytes(WireRequest request) {
    URI uri = request.uri();
    byte[] body = request.body().orElse("").getBytes(StandardCharsets.UTF_8);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String authority = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    StringBuilder head =
        new StringBuilder(request.body().isPresent() ? "POST " : "GET ")
            .append(uri.getRawPath())
            .append(query)
            .append(" HTTP/1.1\r\nHost: ")
            .append(authority)
            .append("\r\n");
    request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (request.body().isPresent()) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(first.length + body.length);
    whole.writeBytes(first);
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // why: what fails to close is closed for all that matters here.
    }
  }
}
