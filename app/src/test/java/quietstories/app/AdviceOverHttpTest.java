package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/** A vendor with exactly one fault, behind real HTTP, gets exactly the advice that names it. */
@Timeout(120)
class AdviceOverHttpTest {

  private static final int TURNS = 14;
  private static final String TOLD = "The grass bends.\n[[OUTCOME]]\n{}";

  @FunctionalInterface
  private interface Play {
    void with(Http http, String session) throws Exception;
  }

  private static List<JsonObject> advice(ModelServer model, Play play) throws Exception {
    Map<String, String> settings =
        Map.of(
            "MODEL_PROVIDER", "generic",
            "OPENAI_API_BASE", model.url(),
            "MODEL_PROTOCOL", "marker");
    try (RunningServer server = RunningServer.start(settings);
        Http http = new Http(server.url().toString())) {
      play.with(http, Meadow.begin(http));
      return http.list("/optimization/advice");
    }
  }

  private static void turns(Http http, String session, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      turn(http, session, i);
    }
  }

  private static void turn(Http http, String session, int number) throws Exception {
    JsonObject input = JsonObject.of("action", Json.of("I look around, " + number));
    assertThat(http.post("/sessions/" + session + "/turns", input).status()).isEqualTo(200);
  }

  private static List<JsonObject> scripted(Function<JsonObject, Reply> narrating) throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.script(request -> isAfterTurn(request) ? Reply.text("{}") : narrating.apply(request));
      return advice(model, (http, session) -> turns(http, session, TURNS));
    }
  }

  private static List<JsonObject> simulated(Timing timing, int words, Play play) throws Exception {
    try (ModelServer model = new SimulatedModel(timing, new Improviser(words)).serve()) {
      return advice(model, play);
    }
  }

  private static String last(JsonObject request) {
    List<JsonObject> messages =
        request.array("messages").orElse(JsonArray.EMPTY).objects().toList();
    return messages.getLast().text("content").orElse("");
  }

  private static boolean isAfterTurn(JsonObject request) {
    return last(request).startsWith("After the turn:");
  }

  private static String calling(String tool) {
    return "[[OUTCOME]]\n{\"tool_calls\":[{\"name\":\""
        + tool
        + "\",\"arguments\":{\"path\":\"flowers\"}}]}";
  }

  private static void only(String finding, List<JsonObject> found) {
    assertThat(found)
        .extracting(advice -> advice.text("finding").orElse(""))
        .as("%s", found)
        .containsExactly(finding);
    JsonObject advice = found.getFirst();
    assertThat(advice.object("evidence").orElseThrow().members()).isNotEmpty();
    assertThat(advice.number("expected_saving_ms").orElseThrow().value()).isPositive();
  }

  @Test
  void aVendorWithoutAFaultGetsNoAdvice() throws Exception {
    assertThat(scripted(_ -> Reply.text(TOLD))).isEmpty();
  }

  @Test
  void roundsOneAfterTheOtherAreFound() throws Exception {
    List<JsonObject> found =
        scripted(
            request ->
                last(request).contains("I look around")
                    ? Reply.text(calling("read_state"))
                    : Reply.text(TOLD));
    only("sequential_rounds", found);
    assertThat(found.getFirst().object("evidence").orElseThrow().integer("calls_per_turn"))
        .hasValue(2);
  }

  @Test
  void aSlowToolIsFoundAndNamed() throws Exception {
    List<JsonObject> found = scripted(_ -> Reply.text("The grass bends.\n" + calling("dawdle")));
    only("slow_tool", found);
    assertThat(found.getFirst().object("evidence").orElseThrow().text("tool")).contains("dawdle");
  }

  @Test
  void aVendorThatTurnsCallsAwayIsFound() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    List<JsonObject> found =
        scripted(
            _ -> calls.getAndIncrement() % 3 == 0 ? Reply.rateLimited("0.1") : Reply.text(TOLD));
    only("rate_limiting", found);
  }

  @Test
  @Tag("long")
  void aPromptThatBeginsAnewTooOftenIsFoundWithItsCause() throws Exception {
    Timing timing = new Timing("reader", Duration.ZERO, 2_500, 10_000, 1, true);
    List<JsonObject> found =
        simulated(
            timing,
            60,
            (http, session) -> {
              for (int i = 0; i <= 2 * (TURNS - 1); i++) {
                if (i % 2 == 0) {
                  JsonObject limits = JsonObject.of("max_context_tokens", Json.of(4_000 + i));
                  http.post("/optimization/configure", limits);
                }
                turn(http, session, i);
              }
            });
    only("broken_prefix", found);
    assertThat(found.getFirst().object("evidence").orElseThrow().text("cause"))
        .contains("settings_changed");
  }

  @Test
  @Tag("long")
  void promptsThatAreLongToReadAreFound() throws Exception {
    Timing timing = new Timing("slow reader", Duration.ZERO, 1_500, 10_000, 4, false);
    only("context_size", simulated(timing, 250, (http, session) -> turns(http, session, 18)));
  }

  @Test
  @Tag("long")
  void aVendorThatIsSlowToBeginIsFound() throws Exception {
    Reply slow = Reply.text(TOLD).withoutUsage().firstAfter(Duration.ofMillis(2_300));
    only("slow_vendor", scripted(_ -> slow));
  }

  @Test
  @Tag("long")
  void playersThatWaitForEachOtherAreFound() throws Exception {
    Timing timing = new Timing("one place", Duration.ofMillis(400), 1e9, 10_000, 1, true);
    List<JsonObject> found =
        simulated(
            timing,
            30,
            (http, first) -> {
              List<String> sessions =
                  List.of(first, Meadow.begin(http), Meadow.begin(http), Meadow.begin(http));
              List<Future<?>> players = new ArrayList<>();
              try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (String session : sessions) {
                  players.add(
                      threads.submit(
                          () -> {
                            turns(http, session, 6);
                            return session;
                          }));
                }
              }
              for (Future<?> player : players) {
                player.get();
              }
            });
    only("queueing", found);
  }
}
