package quietstories.providers;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/**
 * A server and what to say to it.
 *
 * @param provider the vendor's short name
 * @param base the address below which questions are asked
 * @param key is sent with each request and shown nowhere
 * @param model the model that was named, if one was
 */
record Endpoint(String provider, URI base, Optional<String> key, Optional<String> model) {

  URI at(String path) {
    return URI.create(base + path);
  }

  /** Whether the server runs on this machine, judged by its name alone. */
  boolean isLocal() {
    String host = Optional.ofNullable(base.getHost()).orElse("");
    return host.equals("localhost")
        || host.equals("[::1]")
        || (host.matches("127(\\.\\d+){3}") && InetAddress.ofLiteral(host).isLoopbackAddress());
  }

  /** Whether the server is reached without encryption, as only those of one's own house are. */
  boolean isNear() {
    return "http".equalsIgnoreCase(base.getScheme());
  }

  /** Shows neither the key nor what stands in the address beside host and port. */
  @Override
  public String toString() {
    String port = base.getPort() < 0 ? "" : ":" + base.getPort();
    return provider + " at " + base.getHost() + port;
  }
}
