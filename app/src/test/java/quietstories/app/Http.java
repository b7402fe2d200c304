package quietstories.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** A client of the public interface, as short as tests want it. */
final class Http implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String[] always;

  /** Calls the server at {@code url}, with those headers in every request. */
  Http(String url, String... always) {
    this.url = url;
    this.always = always.clone();
  }

  /** What a server answered. */
  record Answer(int status, JsonObject body, Map<String, List<String>> headers) {}

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  /** Returns the objects of an answer that is a list. */
  List<JsonObject> list(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return ((JsonArray) JsonReader.read(body)).objects().toList();
  }

  Answer post(String path, JsonObject body, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, body, headers));
  }

  private HttpRequest.Builder request(String path, JsonObject body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.write()));
    HttpRequest.Builder all = always.length == 0 ? request : request.headers(always);
    return headers.length == 0 ? all : all.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonObject body = (JsonObject) JsonReader.read(response.body());
    return new Answer(response.statusCode(), body, response.headers().map());
  }

  /** Plays a streamed turn and returns its events. */
  List<JsonObject> stream(String session, JsonObject input, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request = request("/sessions/" + session + "/turns/stream", input, headers).build();
    try (Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      return lines
          .filter(line -> line.startsWith("data: "))
          .map(line -> (JsonObject) JsonReader.read(line.substring("data: ".length())))
          .toList();
    }
  }

  /** Imports a scenario, compiles it and begins a session with it; returns the session's id. */
  String session(JsonObject spec, JsonObject more) throws IOException, InterruptedException {
    String scenario = id(post("/scenarios/", JsonObject.of("spec", spec)));
    return begin(scenario, more);
  }

  /** Has a scenario written, compiles it and begins a session with it. */
  String described(String description) throws IOException, InterruptedException {
    JsonObject body = JsonObject.builder().put("description", description).build();
    return begin(id(post("/scenarios/generate", body)), JsonObject.EMPTY);
  }

  private String begin(String scenario, JsonObject more) throws IOException, InterruptedException {
    Answer compiled = post("/scenarios/" + scenario + "/compile", JsonObject.EMPTY);
    if (!compiled.body().text("status").orElse("").equals("compiled")) {
      throw new AssertionError(compiled);
    }
    return id(
        post("/sessions/", JsonObject.builder().put("scenario_id", scenario).build().merge(more)));
  }

  private static String id(Answer answer) {
    if (answer.status() != 200) {
      throw new AssertionError(answer);
    }
    return answer.body().text("id").orElseThrow();
  }

  List<JsonObject> turns(String session) throws IOException, InterruptedException {
    return get("/sessions/" + session)
        .body()
        .array("turn_history")
        .orElse(JsonArray.EMPTY)
        .objects()
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
