package quietstories.providers;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** The way to one server: sends a request and gives the answer while it arrives. */
interface Wire {

  /** Returns the wire for the scheme of {@code base}. */
  static Wire to(URI base, Duration connect) {
    return "https".equalsIgnoreCase(base.getScheme())
        ? new ClientWire(base, connect)
        : new SocketWire(base, connect);
  }

  /**
   * Sends and returns when the head of the answer is there.
   *
   * @param line breaks the exchange off, here and while its body is read
   * @throws java.net.ConnectException if the server takes no connection, so that nothing was sent
   */
  Exchange send(WireRequest request, Line line) throws IOException;

  /** Opens a connection if none is open; failures are passed over. */
  void connect();
}
