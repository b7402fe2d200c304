package quietstories.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/**
 * A short story played over HTTP, as a player's page would: describe, compile, begin, two turns.
 *
 * <p>It stops at the first answer that is none; what was reached until then has been exercised.
 */
final class Rehearsal {

  private static final String TURN = "{\"action\":\"I look around and open the door.\"}";

  private final URI server;

  Rehearsal(URI server) {
    this.server = server;
  }

  /**
   * Plays the story, and returns whether it came to its end.
   *
   * @throws IOException if the server does not answer at all
   */
  boolean play() throws IOException {
    get("/health");
    get("/");
    Optional<String> scenario =
        id(post("/scenarios/generate", "{\"description\":\"A keeper alone in a lighthouse\"}"));
    if (scenario.isEmpty() || post("/scenarios/" + scenario.get() + "/compile", "").isEmpty()) {
      return false;
    }
    String begin = JsonObject.of("scenario_id", Json.of(scenario.get())).write();
    Optional<String> session = id(post("/sessions/", begin));
    if (session.isEmpty()) {
      return false;
    }
    String path = "/sessions/" + session.get();
    boolean played =
        post(path + "/turns/stream", TURN).isPresent() && post(path + "/turns", TURN).isPresent();
    get(path);
    get("/optimization/performance/metrics");
    get("/metrics");
    return played;
  }

  private static Optional<String> id(Optional<String> answer) throws IOException {
    try {
      return answer.isEmpty()
          ? Optional.empty()
          : JsonReader.read(answer.get()).child("id").flatMap(Json::asText);
    } catch (JsonReadException e) {
      throw new IOException("the answer is no JSON", e);
    }
  }

  private Optional<String> get(String path) throws IOException {
    return answer(open(path));
  }

  private Optional<String> post(String path, String body) throws IOException {
    HttpURLConnection connection = open(path);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    return answer(connection);
  }

  private HttpURLConnection open(String path) throws IOException {
    // why: the old client loads a fraction of the classes that java.net.http does, and no proxy
    // of the environment may stand between.
    HttpURLConnection connection =
        (HttpURLConnection) server.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(5_000);
    connection.setReadTimeout(30_000);
    return connection;
  }

  private static Optional<String> answer(HttpURLConnection connection) throws IOException {
    if (connection.getResponseCode() != 200) {
      return Optional.empty();
    }
    try (var in = connection.getInputStream()) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      in.transferTo(whole);
      return Optional.of(whole.toString(StandardCharsets.UTF_8));
    }
  }
}
