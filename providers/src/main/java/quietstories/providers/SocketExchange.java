package quietstories.providers;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** An exchange over a connection of our own. */
final class SocketExchange implements Exchange {

  /** Servers send the end of the framing right behind the last event; more wait is not worth it. */
  private static final int PATIENCE_MILLIS = 20;

  private static final int MOST_DRAINED = 16 * 1024;
  private static final int MOST_READS = 3;

  private final SocketLink link;
  private final int status;
  private final Map<String, String> headers;
  private final SocketBody body;
  private final Optional<Consumer<SocketLink>> keeper;
  private final Line line;
  private final long connected;

  /**
   * Creates an exchange.
   *
   * @param keeper takes the connection back; empty if it cannot be used again
   */
  SocketExchange(
      SocketLink link,
      int status,
      Map<String, String> headers,
      SocketBody body,
      Optional<Consumer<SocketLink>> keeper,
      Line line,
      long connected) {
    this.link = link;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.keeper = keeper;
    this.line = line;
    this.connected = connected;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public OptionalLong connected() {
    return OptionalLong.of(connected);
  }

  @Override
  public void close() {
    if (keeper.isPresent() && drained()) {
      line.release();
      if (!line.isCut()) {
        keeper.get().accept(link);
        return;
      }
    }
    link.close();
  }

  private boolean drained() {
    if (body.isAtEnd()) {
      return true;
    }
    if (line.isCut()) {
      return false;
    }
    try {
      link.patience(PATIENCE_MILLIS);
      byte[] rest = new byte[MOST_DRAINED];
      for (int reads = 0; reads < MOST_READS && !body.isAtEnd(); reads++) {
        body.read(rest);
      }
      link.patience(0);
      return body.isAtEnd();
    } catch (IOException e) {
      return false;
    }
  }
}
