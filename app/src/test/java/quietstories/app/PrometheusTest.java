package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/**
 * A real Prometheus scrapes a server under load; every panel of the dashboards and every alert rule
 * must find data. The variable {@code PROMETHEUS} names the program.
 */
@Tag("prometheus")
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTest {

  private static final Path OPS = Path.of("../ops").toAbsolutePath().normalize();
  private static final String TOKEN = "open-sesame-for-tests";
  private static final String READ =
      "{\"name\":\"read_state\",\"arguments\":{\"path\":\"flowers\"}}";
  private static final Pattern RULE = Pattern.compile("expr: (.*) [<>] [0-9.]+");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ModelServer model = ModelServer.start();
  @TempDir private static Path folder;
  private ServerProcess server;
  private Process prometheus;
  private Thread players;
  private String url;

  @BeforeAll
  void start() throws Exception {
    model.script(
        request ->
            request.write().contains("I stumble")
                ? Reply.status(500)
                : Reply.text("The lamp burns.\n[[OUTCOME]]\n{\"tool_calls\":[" + READ + "]}"));
    server =
        ServerProcess.start(
            folder,
            Map.of(
                "MODEL_PROVIDER",
                "generic",
                "OPENAI_API_BASE",
                model.url(),
                "MODEL_PROTOCOL",
                "marker",
                "API_TOKEN",
                TOKEN));
    players = Thread.ofVirtual().start(this::play);
    startPrometheus();
  }

  /** Plays until it is interrupted or the server is gone. */
  private void play() {
    String[] token = {"Authorization", "Bearer " + TOKEN};
    try (Http http = new Http(server.url(), token)) {
      String session = Meadow.begin(http);
      for (int turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
        String words = turn % 10 == 9 ? "I stumble" : "I look around";
        JsonObject input = JsonObject.of("action", Json.of(words));
        http.stream(session, input);
        http.post("/sessions/" + session + "/turns", input);
      }
    } catch (IOException | InterruptedException e) {
      // why: the test has ended.
    }
  }

  private void startPrometheus() throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    url = "http://127.0.0.1:" + port;
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    String config =
        Files.readString(OPS.resolve("prometheus/prometheus.yml"))
            .replace("127.0.0.1:8000", server.url().substring("http://".length()))
            .replace("/run/secrets/quietstories_token", token.toString())
            .replace("rules.yml", OPS.resolve("prometheus/rules.yml").toString())
            .replace("15s", "1s");
    Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
    prometheus =
        new ProcessBuilder(
                System.getenv("PROMETHEUS"),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--enable-feature=exemplar-storage",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.txt").toFile())
            .start();
  }

  @AfterAll
  void stop() throws Exception {
    players.interrupt();
    prometheus.destroy();
    prometheus.waitFor();
    server.close();
    model.close();
    client.close();
  }

  @Test
  void noPanelIsEmpty() throws Exception {
    List<String> shown = new ArrayList<>();
    for (DashboardsTest.Panel panel : DashboardsTest.Panel.all(OPS)) {
      for (String query : panel.ofLogs() ? List.<String>of() : panel.queries()) {
        Waiting.until(panel.title() + " shows nothing for " + query, () -> !value(query).isEmpty());
        shown.add(panel.title() + " | " + value(query));
      }
    }
    Files.write(Path.of("target/panels.txt"), shown);
    assertThat(shown).hasSizeGreaterThan(50);
  }

  @Test
  void everyAlertRuleIsLoadedAndFindsAFigureToJudge() throws Exception {
    List<String> expressions =
        RULE.matcher(Files.readString(OPS.resolve("prometheus/rules.yml")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(expressions).hasSize(12);
    for (String expression : expressions) {
      Waiting.until("no figure for " + expression, () -> !value(expression).isEmpty());
    }
    Waiting.until(
        "not all rules are loaded",
        () -> health().size() == 12 && health().stream().allMatch("ok"::equals));
  }

  @Test
  void exemplarsNameTraces() throws Exception {
    String query = "/api/v1/query_exemplars?start=0&end=9999999999&query=";
    Waiting.until(
        "no exemplars",
        () ->
            get(query + encoded("quietstories_turn_duration_seconds_bucket"))
                .write()
                .contains("\"trace_id\":\""));
  }

  private List<String> health() throws IOException, InterruptedException {
    return get("/api/v1/rules")
        .object("data")
        .flatMap(found -> found.array("groups"))
        .orElse(JsonArray.EMPTY)
        .objects()
        .flatMap(group -> group.array("rules").orElse(JsonArray.EMPTY).objects())
        .map(rule -> rule.text("health").orElse(""))
        .toList();
  }

  /** Returns the first figure that the query finds, empty if it finds none or no number. */
  private String value(String query) throws IOException, InterruptedException {
    List<String> values =
        get("/api/v1/query?query=" + encoded(query))
            .object("data")
            .flatMap(found -> found.array("result"))
            .orElse(JsonArray.EMPTY)
            .objects()
            .flatMap(series -> series.array("value").orElseThrow().texts())
            .filter(value -> !value.equals("NaN"))
            .toList();
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonObject get(String path) throws IOException, InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      // why: Prometheus is still starting; who waits asks again.
      return answer.statusCode() == 503
          ? JsonObject.EMPTY
          : (JsonObject) JsonReader.read(answer.body());
    } catch (ConnectException e) {
      return JsonObject.EMPTY;
    }
  }
}
