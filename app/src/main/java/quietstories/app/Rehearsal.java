package quietstories.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/**
 * A short story played over HTTP, as a player's page would: describe, compile, begin, a few turns,
 * and a look at everything else that is in reach.
 *
 * <p>It stops at the first answer that is none; what was reached until then has been exercised.
 */
final class Rehearsal {

  private static final int TURNS = 8;
  private static final String TURN = "{\"action\":\"I look around and open the door.\"}";

  private static final List<String> LOOKS =
      List.of("", "/memories", "/relationships", "/emotions", "/graph", "/performance", "/turns");

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
    Optional<String> scenario = scenario();
    if (scenario.isEmpty()) {
      return false;
    }
    String begin = JsonObject.of("scenario_id", Json.of(scenario.get())).write();
    Optional<String> session = id(post("/sessions/", begin));
    if (session.isEmpty()) {
      return false;
    }
    return tell("/sessions/" + session.get());
  }

  /** Returns the scenario that an earlier rehearsal left, or else a new one. */
  private Optional<String> scenario() throws IOException {
    Optional<String> known = found(get("/scenarios/"), "scenarios.0.id");
    if (known.isPresent()) {
      return known;
    }
    Optional<String> made =
        id(post("/scenarios/generate", "{\"description\":\"A keeper alone in a lighthouse\"}"));
    return made.isPresent() && post("/scenarios/" + made.get() + "/compile", "").isPresent()
        ? made
        : Optional.empty();
  }

  private boolean tell(String path) throws IOException {
    boolean played = post(path + "/turns", TURN).isPresent();
    for (int turn = 1; turn < TURNS && played; turn++) {
      played = post(path + "/turns/stream", TURN).isPresent();
    }
    for (String look : LOOKS) {
      played &= get(path + look).isPresent();
    }
    get("/optimization/performance/metrics");
    get("/metrics");
    return played && remember(path);
  }

  private boolean remember(String path) throws IOException {
    Optional<String> hero = found(get(path), "point_of_view");
    JsonObject memory =
        JsonObject.builder()
            .put("entity_id", hero.orElse(""))
            .put("content", "The lamp went out twice before the storm.")
            .build();
    return post(path + "/memories", memory.write()).isPresent()
        && get(path + "/memories/search?mode=keyword&q=lamp").isPresent()
        && post(path + "/undo", "").isPresent()
        && post(path + "/redo", "").isPresent()
        && get(path + "/export").isPresent();
  }

  private static Optional<String> id(Optional<String> answer) throws IOException {
    return found(answer, "id");
  }

  private static Optional<String> found(Optional<String> answer, String path) throws IOException {
    try {
      return answer.isEmpty()
          ? answer
          : JsonReader.read(answer.get()).at(JsonPath.parse(path)).flatMap(Json::asText);
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
