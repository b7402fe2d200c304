package quietstories.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** A server for embeddings that answers as its script says, and remembers what it was asked. */
public final class EmbeddingServer implements AutoCloseable {

  private final HttpServer server;
  private final Function<JsonObject, String> script;
  private final int status;
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<JsonObject> bodies = new CopyOnWriteArrayList<>();

  private EmbeddingServer(int status, Function<JsonObject, String> script) {
    this.status = status;
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Starts a server that answers every call with that status and what {@code script} returns. */
  public static EmbeddingServer answering(int status, Function<JsonObject, String> script) {
    return new EmbeddingServer(status, script);
  }

  /** Returns its address, without a path. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns the paths that were asked, in order. */
  public List<String> paths() {
    return List.copyOf(paths);
  }

  /** Returns the bodies that were sent, in order. */
  public List<JsonObject> bodies() {
    return List.copyOf(bodies);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      paths.add(exchange.getRequestURI().getPath());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JsonObject asked = (JsonObject) JsonReader.read(body);
      bodies.add(asked);
      byte[] answer = script.apply(asked).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
