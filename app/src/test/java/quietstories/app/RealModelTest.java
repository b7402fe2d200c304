package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.json.JsonObject;

/**
 * A story told by a real small model. Only what the program does is looked at, never what the story
 * says: such a model loses the thread at once.
 */
@Tag("real-model")
class RealModelTest {

  private static final String MARKUP = "(?s).*(\\[\\[OUTCOME]]|\"state_changes\"|```|<think>).*";

  private static final int TURNS = turns();

  @ParameterizedTest
  @ValueSource(strings = {"json", "marker"})
  void turnsAreOneCallEachAndStreamedTextIsStoredText(String protocol) throws Exception {
    String model = System.getenv("SMALL_MODEL_URL");
    Assumptions.assumeTrue(model != null, "no small model runs");
    Map<String, String> settings =
        Map.of(
            "MODEL_PROVIDER",
            "auto",
            "OPENAI_API_BASE",
            model,
            "MODEL_PROTOCOL",
            protocol,
            // why: a model of this size likes to say one line again and again until its tokens end.
            "MODEL_TIMEOUT_S",
            "600");
    try (RunningServer server = RunningServer.start(settings);
        Http http = new Http(server.url().toString())) {
      http.post(
          "/optimization/configure",
          JsonObject.builder()
              .put("max_context_tokens", 7_000)
              .put("max_turn_history", 50)
              .build());
      String session = http.session(KillTest.meadow(), withoutBackgrounds());
      long read = 0;
      long reused = 0;
      for (int turn = 1; turn <= TURNS; turn++) {
        List<JsonObject> events = play(http, session, turn);
        check(http.turns(session).getLast(), events, protocol);
        JsonObject timing = events.getLast().object("timing").orElseThrow();
        long cached = timing.integer("cached_tokens").orElse(0);
        assertThat(turn == 1 || cached > 0).as("turn %s reuses what was read", turn).isTrue();
        if (turn >= Math.min(5, TURNS)) {
          read += timing.integer("input_tokens").orElse(0);
          reused += cached;
        }
      }
      System.out.printf(
          "%s: %.1f %% of the prompt tokens from turn %d to %d reused, by the server's count%n",
          protocol, 100.0 * reused / Math.max(1, read), Math.min(5, TURNS), TURNS);
    }
  }

  private static int turns() {
    return Integer.parseInt(System.getenv().getOrDefault("REAL_MODEL_TURNS", "2"));
  }

  private static JsonObject withoutBackgrounds() {
    return JsonObject.of(
        "config",
        JsonObject.builder()
            .put("generate_world_background", false)
            .put("generate_entity_backgrounds", false)
            .build());
  }

  /** A model of this size may say nothing at all; then the turn failed, and is sent again. */
  private static List<JsonObject> play(Http http, String session, int turn) throws Exception {
    JsonObject input = JsonObject.builder().put("action", "I look at the meadow").build();
    List<JsonObject> events = List.of();
    for (int tries = 0; tries < 3; tries++) {
      events = http.stream(session, input, "Idempotency-Key", "turn-" + turn);
      if (events.getLast().text("type").orElse("").equals("complete")) {
        break;
      }
      assertThat(http.turns(session)).hasSize(turn - 1);
    }
    return events;
  }

  private static void check(JsonObject stored, List<JsonObject> events, String protocol) {
    JsonObject complete = events.getLast();
    assertThat(complete.text("type")).as("%s", events).contains("complete");
    StringBuilder streamed = new StringBuilder();
    events.forEach(event -> event.text("content").ifPresent(streamed::append));

    assertThat(stored.text("narrative")).contains(streamed.toString());
    assertThat(streamed.toString()).isNotBlank().doesNotMatch(MARKUP);
    JsonObject timing = complete.object("timing").orElseThrow();
    double shown = timing.number("time_to_first_visible_text_ms").orElseThrow().value();
    assertThat(timing.integer("model_calls").getAsLong()).isBetween(1L, 2L);
    assertThat(shown).isLessThan(timing.number("reply_ms").orElseThrow().value());
    assertThat(timing.integer("output_tokens")).isPresent();
    assertThat(complete.object("narrator").orElseThrow().text("protocol")).contains(protocol);
  }
}
