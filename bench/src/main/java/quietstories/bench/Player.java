package quietstories.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.testkit.Improviser;

/** A client that plays, over HTTP as everybody does. */
final class Player implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private final String url;

  private final Optional<String> token = Optional.ofNullable(System.getenv("API_TOKEN"));

  Player(String url) {
    this.url = url;
  }

  /** Imports the meadow, whose story never ends by itself, and returns the scenario's id. */
  String meadow() throws IOException, InterruptedException {
    Json spec = JsonReader.read(Improviser.scenario());
    String scenario = id(post("/scenarios/", JsonObject.of("spec", spec)));
    compile(scenario);
    return scenario;
  }

  String session(String scenario) throws IOException, InterruptedException {
    JsonObject config =
        JsonObject.builder()
            .put("generate_world_background", false)
            .put("generate_entity_backgrounds", false)
            .build();
    return id(
        post(
            "/sessions/",
            JsonObject.builder().put("scenario_id", scenario).put("config", config).build()));
  }

  private static String id(JsonObject answer) throws IOException {
    return answer.text("id").orElseThrow(() -> new IOException("no id in " + answer));
  }

  /** Changes how much a prompt may hold. */
  void configure(int turns, int tokens) throws IOException, InterruptedException {
    post(
        "/optimization/configure",
        JsonObject.builder()
            .put("max_turn_history", turns)
            .put("max_context_tokens", tokens)
            .build());
  }

  /** Plays a turn with a plain answer. */
  JsonObject play(String session, String words) throws IOException, InterruptedException {
    return post(
        "/sessions/" + session + "/turns", JsonObject.builder().put("action", words).build());
  }

  /** Returns how streamed turns of a session are played. */
  TurnStream turns(String session) {
    return new TurnStream(
        url, session, token.map(t -> "Authorization: Bearer " + t + "\r\n").orElse(""));
  }

  /** Describes a story and returns the id of its scenario. */
  String generate(String description) throws IOException, InterruptedException {
    return id(
        post("/scenarios/generate", JsonObject.builder().put("description", description).build()));
  }

  /** Compiles a scenario. */
  void compile(String scenario) throws IOException, InterruptedException {
    JsonObject answer = post("/scenarios/" + scenario + "/compile", JsonObject.EMPTY);
    if (answer.text("status").filter("compiled"::equals).isEmpty()) {
      throw new IOException("the scenario did not compile: " + answer.write());
    }
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return (JsonObject) read(request(path).build());
  }

  /** Returns the objects of an answer that is a list. */
  List<JsonObject> list(String path) throws IOException, InterruptedException {
    return ((JsonArray) read(request(path).build())).objects().toList();
  }

  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return (JsonObject) read(request(path, body));
  }

  private HttpRequest request(String path, JsonObject body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.write()))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    return request;
  }

  private Json read(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          request.uri() + " answered " + response.statusCode() + " " + response.body());
    }
    return JsonReader.read(response.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
