package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** Tunables act at once, and what is measured is whole. */
@Timeout(60)
class TunablesTest {

  private static final String TOLD = "The grass bends.\n[[OUTCOME]]\n{}";

  private static final List<String> COLOURS =
      List.of("red", "blue", "green", "white", "black", "grey");

  @FunctionalInterface
  private interface Play {
    void with(ModelServer model, Http http, String session) throws Exception;
  }

  private static void play(Map<String, String> more, Play play) throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.script(
          request ->
              last(request).startsWith("After the turn:") ? Reply.text("{}") : Reply.text(TOLD));
      Map<String, String> all = new HashMap<>(more);
      all.put("MODEL_PROVIDER", "generic");
      all.put("OPENAI_API_BASE", model.url());
      all.put("MODEL_PROTOCOL", "marker");
      try (RunningServer server = RunningServer.start(all);
          Http http = new Http(server.url().toString())) {
        play.with(model, http, Meadow.begin(http));
      }
    }
  }

  private static String last(JsonObject request) {
    return request
        .array("messages")
        .orElse(JsonArray.EMPTY)
        .objects()
        .toList()
        .getLast()
        .text("content")
        .orElse("");
  }

  /** Plays a turn and returns the whole request that it was told from. */
  private static String turn(ModelServer model, Http http, String session, String words)
      throws Exception {
    JsonObject input = JsonObject.of("action", Json.of(words));
    assertThat(http.post("/sessions/" + session + "/turns", input).status()).isEqualTo(200);
    return model.requests().stream()
        .map(request -> request.body())
        .filter(body -> last(body).contains(words))
        .filter(body -> !last(body).startsWith("After the turn:"))
        .findFirst()
        .orElseThrow()
        .write();
  }

  private static void configure(Http http, String name, Json value) throws Exception {
    assertThat(http.post("/optimization/configure", JsonObject.of(name, value)).status())
        .isEqualTo(200);
  }

  private static long past(String prompt) {
    return IntStream.range(0, 8).filter(i -> prompt.contains("I count to <" + i + ">")).count();
  }

  @Test
  void aShorterHistoryShowsInTheVeryNextPrompt() throws Exception {
    play(
        Map.of(),
        (model, http, session) -> {
          for (int i = 0; i < 8; i++) {
            turn(model, http, session, "I count to <" + i + ">");
          }
          assertThat(past(turn(model, http, session, "I stop"))).isEqualTo(8);
          configure(http, "max_turn_history", Json.of(2));
          assertThat(past(turn(model, http, session, "I wait"))).isLessThanOrEqualTo(2);
        });
  }

  @Test
  void fewerMemoriesShowInTheVeryNextPrompt() throws Exception {
    play(
        Map.of("EMBEDDING_PROVIDER", "none"),
        (model, http, session) -> {
          String hero = http.get("/sessions/" + session).body().text("point_of_view").orElseThrow();
          for (String colour : COLOURS) {
            JsonObject memory =
                JsonObject.builder()
                    .put("entity_id", hero)
                    .put("content", "The " + colour + " stone lies in the well.")
                    .build();
            http.post("/sessions/" + session + "/memories", memory);
          }
          assertThat(recalled(turn(model, http, session, "I think of every stone"))).isEqualTo(6);
          configure(http, "max_memories_per_entity", Json.of(2));
          assertThat(recalled(turn(model, http, session, "I count the stone"))).isEqualTo(2);
        });
  }

  private static long recalled(String prompt) {
    return COLOURS.stream().filter(colour -> prompt.contains("The " + colour + " stone")).count();
  }

  @Test
  void withoutTrackingNothingIsMeasuredButATurnsOwnTiming() throws Exception {
    play(
        Map.of("ENABLE_PERFORMANCE_TRACKING", "false"),
        (model, http, session) -> {
          JsonObject input = JsonObject.of("action", Json.of("I walk"));
          JsonObject turn = http.post("/sessions/" + session + "/turns", input).body();
          assertThat(turn.object("timing")).isPresent();
          String metrics = http.get("/optimization/performance/metrics").body().write();
          assertThat(metrics).contains("\"count\":0").doesNotContain("\"count\":1");
          assertThat(http.get("/sessions/" + session + "/turns/1/timeline").status())
              .isEqualTo(404);
        });
  }

  @Test
  void aSessionsFiguresAreWholeWithoutSemanticSearch() throws Exception {
    play(
        Map.of("EMBEDDING_PROVIDER", "none"),
        (model, http, session) -> {
          turn(model, http, session, "I walk");
          Http.Answer figures = http.get("/sessions/" + session + "/performance");
          assertThat(figures.status()).isEqualTo(200);
          assertThat(figures.body().members()).isNotEmpty();
        });
  }

  @Test
  void aSessionsMeasurementsAreItsOwnAndFailedTurnsCount() throws Exception {
    play(
        Map.of(),
        (model, http, session) -> {
          turn(model, http, session, "I walk");
          model.always(Reply.status(500));
          JsonObject input = JsonObject.of("action", Json.of("I fall"));
          assertThat(http.post("/sessions/" + session + "/turns", input).status()).isEqualTo(502);
          JsonObject turns =
              http.get("/optimization/performance/metrics")
                  .body()
                  .object("metrics")
                  .flatMap(all -> all.object("turn_processing"))
                  .orElseThrow();
          assertThat(turns.integer("count")).hasValue(2);
          assertThat(turns.integer("failures")).hasValue(1);
        });
  }
}
