package quietstories.providers;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** Makes HTTP clients as model servers need them. */
final class Clients {

  private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

  private Clients() {}

  /**
   * Returns a client that speaks HTTP/1.1, since some local servers refuse the offer of anything
   * newer, works on virtual threads and uses no proxy for a server on this machine.
   */
  static HttpClient to(Endpoint endpoint, Duration connect) {
    // why: players think for minutes; the client reads this when it is first used.
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, "600");
    }
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    return (endpoint.isLocal() ? builder.proxy(new Direct()) : builder).build();
  }

  private static final class Direct extends ProxySelector {

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
  }
}
