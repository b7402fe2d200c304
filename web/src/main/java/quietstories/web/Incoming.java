package quietstories.web;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A request of the HTTP library, read once. */
final class Incoming {

  private final ServerRequest request;
  private Optional<InputStream> entity = Optional.empty();
  private boolean unread;
  private boolean broken;

  Incoming(ServerRequest request) {
    this.request = request;
    this.unread = request.content().hasEntity();
  }

  /** Returns the method's name. */
  String method() {
    return request.prologue().method().text();
  }

  /** Returns the path as it was sent. */
  String path() {
    return request.prologue().uriPath().rawPath();
  }

  /** Returns the query as it was sent, empty if there was none. */
  String query() {
    return request.prologue().hasQuery() ? request.prologue().query().rawValue() : "";
  }

  /** Returns the headers. */
  RequestHeaders headers() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Header header : request.headers()) {
      all.put(header.name(), header.allValues());
    }
    return new RequestHeaders(all);
  }

  /** Returns whether the connection can serve no further request after this one. */
  boolean last() {
    return unread || broken || request.headers().contains(HeaderValues.CONNECTION_CLOSE);
  }

  /** Returns whether the client is still sending a body that nobody has read to its end. */
  boolean unread() {
    return unread;
  }

  /** Returns whether the client waits for a go-ahead and has sent nothing of its body. */
  boolean awaitsGoAhead() {
    return unread && request.headers().contains(HeaderNames.EXPECT) && !request.continueSent();
  }

  /**
   * Returns the whole body.
   *
   * @throws HttpFailure 413 if it is larger than {@code limit}; the rest of it is still to come;
   *     400 if its chunks are none
   * @throws CloseConnectionException if it broke off
   */
  Bytes body(long limit) {
    if (!unread) {
      return Bytes.NONE;
    }
    OptionalLong declared = request.headers().contentLength();
    if (declared.isPresent() && declared.getAsLong() > limit) {
      throw tooLarge(limit);
    }
    byte[] body = read((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    if (body.length > limit) {
      throw tooLarge(limit);
    }
    unread = false;
    return Bytes.of(body);
  }

  private byte[] read(int most) {
    try {
      return entity().readNBytes(most);
    } catch (IOException | UncheckedIOException | InsufficientDataAvailableException e) {
      throw new CloseConnectionException("the body broke off", e);
    } catch (NumberFormatException | RequestException e) {
      unread = false;
      broken = true;
      throw Failure.of(FaultCode.PLAYER_BAD_REQUEST, "The body cannot be read.").exception();
    }
  }

  /** The library gives its stream away once. */
  private InputStream entity() {
    InputStream in = entity.orElseGet(() -> request.content().inputStream());
    entity = Optional.of(in);
    return in;
  }

  private static HttpFailure tooLarge(long limit) {
    return Failure.of(
            FaultCode.PLAYER_BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.")
        .exception();
  }

  /** Reads on to the end of the body, but no further than {@code most} bytes, and forgets it. */
  void drain(long most) {
    byte[] sink = new byte[1 << 14];
    long left = most;
    try {
      InputStream in = entity();
      int read = in.read(sink);
      while (read > 0 && left > 0) {
        left -= read;
        read = in.read(sink);
      }
    } catch (IOException
        | UncheckedIOException
        | InsufficientDataAvailableException
        | NumberFormatException
        | RequestException e) {
      throw new CloseConnectionException("the body broke off", e);
    }
  }
}
