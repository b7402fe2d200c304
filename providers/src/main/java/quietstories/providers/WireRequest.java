package quietstories.providers;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it goes over the wire.
 *
 * @param headers names and values; the key is among them, so they are shown nowhere
 * @param body is sent by POST; without one the request is a GET
 */
record WireRequest(URI uri, Map<String, String> headers, Optional<String> body) {

  WireRequest {
    headers = Map.copyOf(headers);
  }

  /** Never shows the headers. */
  @Override
  public String toString() {
    return (body.isPresent() ? "POST " : "GET ") + uri.getPath();
  }
}
