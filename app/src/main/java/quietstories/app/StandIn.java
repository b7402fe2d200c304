package quietstories.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.prompt.NarratorText;

/**
 * A server that answers as OpenAI's does and says the same to everybody. It takes a model's place
 * while the virtual machine watches what a turn with a model needs; no player ever meets it.
 */
final class StandIn implements AutoCloseable {

  private static final String MODEL = "stand-in";

  private static final String TOLD =
      "The door gives way, and beyond it a stair winds up into the sound of the sea.\n"
          + NarratorText.MARKER
          + "\n{\"state_changes\":[],\"suggested_actions\":[\"Climb the stair\"]}";

  private final HttpServer server;

  private StandIn(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port of this machine. */
  static StandIn open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/models", exchange -> send(exchange, "application/json", models()));
    server.createContext(
        "/v1/chat/completions", exchange -> send(exchange, "text/event-stream", told()));
    server.start();
    return new StandIn(server);
  }

  /** Returns the base URL of its interface. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private static String models() {
    JsonObject model = JsonObject.of("id", Json.of(MODEL));
    return JsonObject.of("data", JsonArray.of(model)).write();
  }

  private static String told() {
    StringBuilder events = new StringBuilder();
    for (String piece : TOLD.split("(?<= )", -1)) {
      events.append(event(JsonObject.of("content", Json.of(piece)), Optional.empty()));
    }
    return events
        .append(event(JsonObject.EMPTY, Optional.of("stop")))
        .append("data: [DONE]\n\n")
        .toString();
  }

  private static String event(JsonObject delta, Optional<String> finishReason) {
    JsonObject choice =
        JsonObject.builder().put("delta", delta).putText("finish_reason", finishReason).build();
    return "data: " + JsonObject.of("choices", JsonArray.of(choice)).write() + "\n\n";
  }

  private static void send(HttpExchange exchange, String type, String words) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = words.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
