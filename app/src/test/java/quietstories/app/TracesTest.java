package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** A trace for each turn, as an OTLP receiver sees it. */
@Timeout(60)
class TracesTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String ABOVE = "00f067aa0ba902b7";
  private static final JsonObject INPUT = JsonObject.of("action", Json.of("I look around"));

  @Test
  void aTurnSendsItsTimelineAsOneTraceBelowTheCallersSpan() throws Exception {
    try (SpanReceiver receiver = SpanReceiver.start();
        ModelServer model = ModelServer.start()) {
      model.always(Reply.text("The lamp burns.\n[[OUTCOME]]\n{}"));
      try (RunningServer server = RunningServer.start(settings(receiver.url(), model));
          Http http = new Http(server.url().toString())) {
        String session = Meadow.begin(http);
        http.stream(session, INPUT, "traceparent", "00-" + TRACE + "-" + ABOVE + "-01");
        Waiting.until(
            "no trace came",
            () -> receiver.spans().stream().anyMatch(span -> span.name().equals("turn")));
        check(receiver.spans(), session);
      }
    }
  }

  private static void check(List<SpanReceiver.Span> spans, String session) {
    SpanReceiver.Span turn =
        spans.stream().filter(span -> span.name().equals("turn")).findFirst().orElseThrow();
    assertThat(spans).allMatch(span -> span.trace().equals(TRACE));
    assertThat(spans).extracting(SpanReceiver.Span::id).doesNotHaveDuplicates();
    assertThat(turn.parent()).isEqualTo(ABOVE);
    assertThat(turn.attributes()).containsEntry("quietstories.session_id", session);
    assertThat(spans)
        .extracting(SpanReceiver.Span::name)
        .contains("load", "judge", "prompt", "narrate", "append");
    SpanReceiver.Span call =
        spans.stream().filter(span -> span.name().startsWith("chat ")).findFirst().orElseThrow();
    assertThat(call.attributes())
        .containsEntry("gen_ai.operation.name", "chat")
        .containsKeys("gen_ai.request.model");
    assertThat(call.parent())
        .isEqualTo(
            spans.stream().filter(s -> s.name().equals("narrate")).findFirst().orElseThrow().id());
    assertThat(call.start()).isBetween(turn.start(), turn.end());
    assertThat(call.end()).isBetween(call.start(), turn.end());
  }

  @Test
  void aReceiverThatIsDownOrSilentCostsNoTurn() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String receiver :
          List.of("http://127.0.0.1:1", "http://127.0.0.1:" + silent.getLocalPort())) {
        try (RunningServer server =
                RunningServer.start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver));
            Http http = new Http(server.url().toString())) {
          String session = Meadow.begin(http);
          for (int turn = 1; turn <= 20; turn++) {
            assertThat(http.post("/sessions/" + session + "/turns", INPUT).status()).isEqualTo(200);
          }
        }
      }
    }
  }

  @Test
  void nothingOfTracesIsLoadedWhenTheyAreOff() throws Exception {
    try (ServerProcess server =
            ServerProcess.start(
                java.nio.file.Files.createTempDirectory("quietstories-test"),
                Map.of(
                    "MODEL_PROVIDER",
                    "builtin",
                    "JAVA_TOOL_OPTIONS",
                    "-Xlog:class+load:file=classes.txt"));
        Http http = new Http(server.url())) {
      assertThat(http.get("/health").status()).isEqualTo(200);
      assertThat(java.nio.file.Files.readString(server.folder().resolve("classes.txt")))
          .contains("quietstories.app.Wiring")
          .doesNotContain("io.opentelemetry", "io.grpc", "okhttp");
    }
  }

  private static Map<String, String> settings(String receiver, ModelServer model) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        receiver,
        "MODEL_PROVIDER",
        "generic",
        "OPENAI_API_BASE",
        model.url(),
        "MODEL_PROTOCOL",
        "marker");
  }
}
