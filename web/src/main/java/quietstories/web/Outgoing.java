package quietstories.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.RoutingResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A response of the HTTP library, written once. */
final class Outgoing {

  private final RoutingResponse response;

  Outgoing(RoutingResponse response) {
    this.response = response;
  }

  /** Adds headers; a second {@code Vary} joins the first. */
  void add(Map<String, String> headers) {
    headers.forEach(
        (name, value) -> {
          boolean joins = name.equals("Vary") && response.headers().contains(HeaderNames.VARY);
          String before = joins ? response.headers().get(HeaderNames.VARY).get() + ", " : "";
          response.headers().set(HeaderNames.create(name), before + value);
        });
  }

  /** Says that the connection ends with this answer. */
  void announceEnd() {
    response.headers().set(HeaderValues.CONNECTION_CLOSE);
  }

  /** Sends the answer; {@code head} keeps its body back. */
  void send(Reply.Whole reply, boolean head) {
    begin(reply);
    response.send(head ? new byte[0] : reply.body().array());
  }

  /** Sends the answer while the client is still sending, then runs {@code rest}. */
  void sendEarly(Reply.Whole reply, Runnable rest) {
    begin(reply);
    try {
      OutputStream out = response.outputStream();
      out.write(reply.body().array());
      out.flush();
      rest.run();
      out.close();
      response.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(Reply.Whole reply) {
    response.status(Status.create(reply.status()));
    add(reply.headers());
    response.headers().set(HeaderNames.CONTENT_TYPE, reply.mediaType());
    response.headers().contentLength(reply.body().length());
  }

  /** Sends the stream to its end. */
  void send(Reply.Streamed reply) {
    response.status(Status.OK_200);
    add(reply.headers());
    response.headers().set(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.headers().set(HeaderNames.CACHE_CONTROL, "no-cache");
    response.headers().set(HeaderNames.create("X-Accel-Buffering"), "no");
    try (OutputStream out = response.outputStream()) {
      reply.source().writeTo(new EventStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    response.commit();
  }
}
