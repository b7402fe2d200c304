package quietstories.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/**
 * Three reads of 200 ms that a model asks for in one answer, in the form of calls. The answer ends
 * 100 ms after the last argument was complete, so that a read that waits for its end shows. What
 * counts is the time from the beginning of the first read to the end of the last.
 */
final class ReadsBenchmark implements Benchmark {

  private static final List<String> TOOLS =
      List.of("read_the_map", "read_the_sky", "read_the_tide");
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final double LIMIT = 210;

  @Override
  public void run(Report report, Options options) throws Exception {
    int turns = options.smoke() ? 1 : 20;
    try (ModelServer model = ModelServer.start()) {
      model.script(ReadsBenchmark::reply);
      Path own = Path.of(System.getProperty("quietstories.home", "."), "bench/target/classes");
      Map<String, String> settings =
          Map.of(
              "OPENAI_API_BASE", model.url(),
              "MODEL_PROTOCOL", "calls",
              "QUIETSTORIES_TOOLS", own.toAbsolutePath().toString());
      try (Server server = Server.start(settings);
          Player player = new Player(server.url())) {
        String session = player.session(player.meadow());
        player.play(session, "I look around");
        double[] all = new double[turns];
        double[] ahead = new double[turns];
        for (int i = 0; i < turns; i++) {
          JsonObject timing = player.play(session, "I look around").object("timing").orElseThrow();
          check(timing);
          List<JsonObject> spans = spans(player, session, i + 2);
          all[i] = last(spans, "tool") - first(spans, "tool");
          ahead[i] = firstEnd(spans, "model") - first(spans, "tool");
        }
        Percentiles took = new Percentiles(all);
        report.atMost("three reads of 200 ms, median", took.at(50), "ms", LIMIT);
        report.figure("three reads of 200 ms, p99", took.at(99), "ms");
        report.atLeast(
            "one after another against ours", 3.0 * SlowRead.MILLIS / took.at(50), "x", 2.8);
        report.atLeast(
            "begun before the model's answer ended, median",
            new Percentiles(ahead).at(50),
            "ms",
            1);
      }
    }
  }

  /** A turn with reads costs two calls: one that asks for them, one that tells. */
  private static void check(JsonObject timing) throws IOException {
    double calls = timing.number("model_calls").map(JsonNumber::value).orElse(0.0);
    if (calls != 2) {
      throw new IOException("a turn with reads made " + calls + " calls");
    }
  }

  private static Reply reply(JsonObject request) {
    String last = StreamedTurn.lastMessage(request);
    boolean turn = request.array("tools").isPresent() && !last.startsWith("After the turn:");
    if (!turn) {
      return Reply.text("{}");
    }
    boolean answered =
        request
            .array("messages")
            .orElse(JsonArray.EMPTY)
            .objects()
            .toList()
            .getLast()
            .text("role")
            .filter("tool"::equals)
            .isPresent();
    return answered ? Reply.text("The grass bends.") : Reply.raw(PAUSE, calls(), end());
  }

  private static byte[] calls() {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < TOOLS.size(); i++) {
      JsonObject function =
          JsonObject.builder()
              .put("name", TOOLS.get(i))
              .put("arguments", "{\"when\":\"now\"}")
              .build();
      JsonObject call =
          JsonObject.builder()
              .put("index", i)
              .put("id", "call_" + i)
              .put("type", "function")
              .put("function", function)
              .build();
      events.append(event(JsonObject.of("tool_calls", JsonArray.of(call)), JsonObject.EMPTY));
    }
    return events.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] end() {
    return (event(JsonObject.EMPTY, JsonObject.of("finish_reason", Json.of("tool_calls")))
            + "data: [DONE]\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String event(JsonObject delta, JsonObject more) {
    JsonObject choice =
        JsonObject.builder().put("index", 0).put("delta", delta).build().merge(more);
    return "data: " + JsonObject.of("choices", JsonArray.of(choice)).write() + "\n\n";
  }

  private static List<JsonObject> spans(Player player, String session, int turn)
      throws IOException, InterruptedException {
    return player
        .get("/sessions/" + session + "/turns/" + turn + "/timeline")
        .array("spans")
        .orElse(JsonArray.EMPTY)
        .objects()
        .toList();
  }

  private static double first(List<JsonObject> spans, String kind) throws IOException {
    return of(spans, kind).stream().mapToDouble(ReadsBenchmark::start).min().orElseThrow();
  }

  private static double last(List<JsonObject> spans, String kind) throws IOException {
    return of(spans, kind).stream().mapToDouble(ReadsBenchmark::end).max().orElseThrow();
  }

  private static double firstEnd(List<JsonObject> spans, String kind) throws IOException {
    return of(spans, kind).stream().mapToDouble(ReadsBenchmark::end).min().orElseThrow();
  }

  private static List<JsonObject> of(List<JsonObject> spans, String kind) throws IOException {
    List<JsonObject> found =
        spans.stream().filter(span -> span.text("kind").filter(kind::equals).isPresent()).toList();
    if (found.isEmpty()) {
      throw new IOException("the timeline has no " + kind);
    }
    return found;
  }

  private static double start(JsonObject span) {
    return span.number("start_ms").map(JsonNumber::value).orElseThrow();
  }

  private static double end(JsonObject span) {
    return start(span) + span.number("duration_ms").map(JsonNumber::value).orElseThrow();
  }
}
