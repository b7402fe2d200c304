package quietstories.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.testkit.Improviser;

/** A client that plays, over HTTP as everybody does. */
final class Player implements AutoCloseable {

  private static final String DATA = "data: ";
  private static final double NANOS_PER_MILLI = 1e6;

  private final HttpClient client =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private final String url;

  /**
   * What a streamed turn looked like from here; gaps between its pieces of text in milliseconds.
   */
  record Streamed(JsonObject last, List<Double> gaps) {}

  Player(String url) {
    this.url = url;
  }

  /** Imports the meadow, whose story never ends by itself, and returns the scenario's id. */
  String meadow() throws IOException, InterruptedException {
    Json spec = JsonReader.read(Improviser.scenario());
    String scenario = id(post("/scenarios/", JsonObject.of("spec", spec)));
    post("/scenarios/" + scenario + "/compile", JsonObject.EMPTY);
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

  /** Plays a turn with a plain answer. */
  JsonObject play(String session, String words) throws IOException, InterruptedException {
    return post(
        "/sessions/" + session + "/turns", JsonObject.builder().put("action", words).build());
  }

  /** Plays a streamed turn to its end. */
  Streamed stream(String session, String words) throws IOException, InterruptedException {
    JsonObject input = JsonObject.builder().put("action", words).build();
    HttpRequest request = request("/sessions/" + session + "/turns/stream", input);
    List<Double> gaps = new ArrayList<>();
    JsonObject last = JsonObject.EMPTY;
    long before = 0;
    try (Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith(DATA)) {
          last = (JsonObject) JsonReader.read(line.substring(DATA.length()));
          if (last.text("type").filter("narrative_chunk"::equals).isPresent()) {
            long now = System.nanoTime();
            if (before != 0) {
              gaps.add((now - before) / NANOS_PER_MILLI);
            }
            before = now;
          }
        }
      }
    }
    return new Streamed(last, gaps);
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return read(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  private JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return read(request(path, body));
  }

  private HttpRequest request(String path, JsonObject body) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.write()))
        .build();
  }

  private JsonObject read(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(
          request.uri() + " answered " + response.statusCode() + " " + response.body());
    }
    return (JsonObject) JsonReader.read(response.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
