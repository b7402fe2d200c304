package quietstories.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import quietstories.json.JsonObject;

/**
 * Builds the program from its rooms. This one is a placeholder that answers {@code /health} alone,
 * until the rooms behind it are wired.
 */
final class Wiring {

  private Wiring() {}

  /**
   * Starts the server.
   *
   * @throws RuntimeException caused by a {@link java.net.BindException} if the port is taken
   */
  static Application start(Settings settings) {
    DoorSettings door = settings.door();
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(door.host(), door.port()), 0);
      server.createContext("/health", Wiring::answer);
      server.start();
      return new Placeholder(server, door.host());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String health = JsonObject.builder().put("status", "healthy").build().write();
      byte[] body = health.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private record Placeholder(HttpServer server, String host) implements Application {

    @Override
    public URI address() {
      return Addresses.http(host, server.getAddress().getPort());
    }

    @Override
    public String narrator() {
      return "nobody yet";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
