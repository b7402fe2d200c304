package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.Json;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** The log file of a real server that has played, line by line. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogFileTest {

  private static final String KEY = "sk-verysecretkey";
  private static final String WORDS = "I whisper xyzzyword\n{\"level\":\"ERROR\"}";

  private static final String READ =
      "{\"name\":\"read_state\",\"arguments\":{\"path\":\"flowers\"}}";

  @TempDir private static Path folder;
  private List<JsonObject> lines;
  private String whole;
  private String session;

  @BeforeAll
  void play() throws Exception {
    try (ModelServer model = ModelServer.start()) {
      Iterator<Reply> replies =
          List.<Reply>of(
                  Reply.text("[[OUTCOME]]\n{\"tool_calls\":[" + READ + "," + READ + "]}"),
                  Reply.text("The lamp burns.\n[[OUTCOME]]\n{}"))
              .iterator();
      model.script(body -> reply(body, replies));
      Map<String, String> settings =
          Map.of(
              "MODEL_PROVIDER", "generic",
              "OPENAI_API_BASE", model.url(),
              "OPENAI_API_KEY", KEY,
              "MODEL_PROTOCOL", "marker",
              "VERBOSE_ORCHESTRATOR", "true",
              "LOG_MESSAGE_SEQUENCES", "true");
      try (ServerProcess server = ServerProcess.start(folder, settings);
          Http http = new Http(server.url())) {
        session = Meadow.begin(http);
        JsonObject input = JsonObject.of("action", Json.of(WORDS));
        http.stream(session, input, "User-Agent", "test/1");
        http.post("/sessions/" + session + "/turns", input);
        http.get("/nowhere");
        Path log = folder.resolve("logs/app.log");
        Waiting.until(
            "the log lacks its last line", () -> Files.readString(log).contains("/nowhere -> 404"));
        whole = Files.readString(log);
      }
    }
    lines = whole.lines().map(line -> (JsonObject) JsonReader.read(line)).toList();
  }

  private static Reply reply(JsonObject asked, Iterator<Reply> replies) {
    if (Asked.isWarmUp(asked)) {
      return Reply.text("The");
    }
    boolean tells = !Asked.isAfterthought(asked) && replies.hasNext();
    return tells ? replies.next() : Reply.status(500);
  }

  @AfterAll
  void nothingOfTheKey() {
    assertThat(whole).doesNotContain(KEY);
  }

  @Test
  void everyLineIsOneObjectWithTimeLevelLoggerAndMessage() {
    assertThat(lines)
        .isNotEmpty()
        .allMatch(
            line ->
                line.members()
                    .keySet()
                    .containsAll(Set.of("timestamp", "level", "logger", "message")));
  }

  @Test
  void aRequestHasALineWhenItComesAndOneWhenItIsAnswered() {
    JsonObject started = line("Request started: POST /sessions/" + session + "/turns/stream");
    assertThat(started.members())
        .containsKeys("request_id", "client_ip", "user_agent", "content_type", "session_id");
    assertThat(started.text("component")).contains("API");
    assertThat(started.text("method")).contains("POST");
    assertThat(started.text("path")).contains("/sessions/" + session + "/turns/stream");
    JsonObject completed = line("Request completed: POST /sessions/" + session + "/turns/stream");
    assertThat(completed.text("request_id")).isEqualTo(started.text("request_id"));
    assertThat(completed.integer("status_code")).hasValue(200);
    assertThat(completed.number("duration_ms").map(JsonNumber::value).orElse(0.0)).isPositive();
    assertThat(completed.text("message").orElseThrow()).matches(".* -> 200 \\([0-9.]+ms\\)");
  }

  @Test
  void aRequestThatTheServerFailsSaysWhy() {
    JsonObject failed = line("Request failed: POST /sessions/" + session + "/turns ");
    assertThat(failed.integer("status_code")).hasValue(502);
    assertThat(failed.text("error")).contains("MODEL_UNAVAILABLE");
    assertThat(failed.text("error_type")).contains("ModelException");
    assertThat(failed.members()).containsKey("duration_ms");
  }

  @Test
  void aModelCallHasItsLinesWithWhatItCostAndNothingThatWasSaid() {
    JsonObject started = telling("[LLM] Call started: ");
    assertThat(started.members())
        .containsKeys(
            "call_id",
            "model",
            "provider",
            "message_count",
            "message_types",
            "total_input_chars",
            "temperature",
            "max_tokens",
            "tool_count",
            "request_params");
    JsonObject completed = telling("[LLM] Call completed: ");
    assertThat(completed.text("component")).contains("LLM");
    assertThat(completed.text("call_id")).isEqualTo(started.text("call_id"));
    assertThat(completed.members())
        .containsKeys("duration_ms", "response_chars", "tool_calls", "usage", "response_type");
    JsonObject failed = line("[LLM] Call failed: ");
    assertThat(failed.members()).containsKeys("error", "error_type", "duration_ms");
    assertThat(whole).doesNotContain("xyzzyword", "The lamp burns", "VENDOR-TEXT");
  }

  @Test
  void everyLineOfATurnSaysWhoseItIs() {
    String trace = telling("[LLM] Call completed: ").text("trace_id").orElseThrow();
    List<JsonObject> turn =
        lines.stream()
            .filter(line -> line.text("trace_id").filter(trace::equals).isPresent())
            .toList();
    assertThat(turn).allMatch(line -> line.text("request_id").isPresent());
    assertThat(
            turn.stream().filter(line -> line.text("component").filter("LLM"::equals).isPresent()))
        .isNotEmpty()
        .allMatch(line -> line.text("session_id").filter(session::equals).isPresent())
        .allMatch(line -> line.integer("turn").orElse(0) == 1);
    assertThat(turn)
        .extracting(line -> line.text("component").orElse(""))
        .contains("API", "LLM", "Performance");
  }

  @Test
  void operationsLeaveTheirTimesAtTheTopLevel() {
    assertThat(operations("llm_call")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(operations("turn_processing")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(operations("turn_processing"))
        .allMatch(
            line ->
                line.members()
                    .keySet()
                    .containsAll(Set.of("operation_id", "duration_ms", "duration_s", "status")));
  }

  private List<JsonObject> operations(String type) {
    return lines.stream()
        .filter(line -> line.text("component").filter("Performance"::equals).isPresent())
        .filter(line -> line.text("operation_type").filter(type::equals).isPresent())
        .toList();
  }

  @Test
  void verboseLinesAndMessageSequencesAreThere() {
    assertThat(line("[Verbose] Starting process_turn for session " + session)).isNotNull();
    assertThat(line("[Verbose] Built context with ")).isNotNull();
    assertThat(line("[Verbose] Optimized messages: ")).isNotNull();
    assertThat(line("[Verbose] About to call LLM provider...")).isNotNull();
    assertThat(line("[Verbose] LLM provider call completed")).isNotNull();
    assertThat(line("[MessageLog] ")).isNotNull();
  }

  /** The recipes of the performance guide, character by character. */
  @Test
  void theRecipesWorkUnchangedOnTheRealFile() throws Exception {
    assumeTrue(installed("jq"), "jq is not installed");
    String slow =
        """
        cat logs/app.log | grep "Performance" | grep "duration_ms" | \\
          jq 'select(.duration_ms > 5000)'
        """;
    String average =
        """
        cat logs/app.log | grep "tool_execution" | \\
          jq '.duration_ms' | \\
          awk '{sum+=$1; count++} END {print "Average:", sum/count, "ms"}'
        """;
    assertThat(shell(slow)).isEmpty();
    assertThat(shell(slow.replace("5000", "0")))
        .contains("\"turn_processing\"")
        .doesNotContain("error (at");
    double mean = tools().stream().mapToDouble(LogFileTest::took).average().orElseThrow();
    Matcher said = Pattern.compile("Average: ([0-9.e-]+) ms\n").matcher(shell(average));
    assertThat(said.matches()).isTrue();
    assertThat(Double.parseDouble(said.group(1))).isCloseTo(mean, withinPercentage(0.1));
  }

  /** Two lines for each call, so that whoever averages lines averages calls. */
  @Test
  void eachToolCallHasItsLinesAndTheBatchOneOfItsOwn() {
    assertThat(tools())
        .extracting(tool -> tool.text("component").orElse(""))
        .containsExactly("Performance", "Metrics", "Performance", "Metrics");
    assertThat(tools())
        .extracting(tool -> tool.text("operation_id").orElse(""))
        .doesNotContain("")
        .satisfies(ids -> assertThat(new HashSet<>(ids)).hasSize(2));
    assertThat(whole.lines().filter(line -> line.contains("tool_execution"))).hasSize(4);
    JsonObject batch = line("[Tools] Executed 2 tools in ");
    assertThat(batch.integer("tool_count")).hasValue(2);
    assertThat(batch.integer("read_only_count")).hasValue(2);
    assertThat(batch.integer("write_count")).hasValue(0);
    assertThat(batch.members())
        .containsKeys("execution_id", "duration_ms", "avg_time_per_tool_ms", "tool_ids");
  }

  @Test
  void theLinesOfOneModelCallCarryOneId() {
    String call = line("[LLM] Call completed: ").text("call_id").orElseThrow();
    assertThat(operations("llm_call"))
        .extracting(line -> line.text("operation_id").orElse(""))
        .contains("agent_call_" + call)
        .doesNotHaveDuplicates();
  }

  private List<JsonObject> tools() {
    return lines.stream()
        .filter(line -> line.text("operation_type").filter("tool_execution"::equals).isPresent())
        .toList();
  }

  private static double took(JsonObject line) {
    return line.number("duration_ms").map(JsonNumber::value).orElseThrow();
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private String shell(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private JsonObject line(String words) {
    return lines.stream()
        .filter(line -> line.text("message").orElse("").contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line '" + words + "' in\n" + whole));
  }

  /** Returns the first such line of a call that tells a turn. */
  private JsonObject telling(String words) {
    return lines.stream()
        .filter(line -> line.text("message").orElse("").contains(words))
        .filter(line -> line.text("purpose").orElse("").equals("narrate"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line '" + words + "' in\n" + whole));
  }
}
