package quietstories.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import quietstories.json.JsonObject;

/** A stream of server-sent events: each one line and an empty one, on its way at once. */
final class EventStream {

  private final OutputStream out;

  EventStream(OutputStream out) {
    this.out = out;
  }

  /**
   * Sends one event.
   *
   * @throws UncheckedIOException if the client has gone
   */
  void send(JsonObject event) {
    try {
      // why one write: a piece of an event on its own would cost a packet
      out.write(("data: " + event.write() + "\n\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
