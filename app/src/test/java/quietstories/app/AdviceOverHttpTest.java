package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.testkit.FaultyVendor;
import quietstories.testkit.ModelServer;

/** A vendor with exactly one fault, behind real HTTP, gets exactly the advice that names it. */
@Timeout(120)
class AdviceOverHttpTest {

  private static final int TURNS = 14;

  @FunctionalInterface
  private interface Play {
    void with(Http http, String session) throws Exception;
  }

  private static List<JsonObject> advice(FaultyVendor vendor, Play play) throws Exception {
    try (ModelServer model = vendor.serve();
        RunningServer server =
            RunningServer.start(
                Map.of(
                    "MODEL_PROVIDER", "generic",
                    "OPENAI_API_BASE", model.url(),
                    "MODEL_PROTOCOL", "marker"));
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
    JsonObject input = JsonObject.of("action", Json.of(FaultyVendor.PLAYED + ", " + number));
    assertThat(http.post("/sessions/" + session + "/turns", input).status()).isEqualTo(200);
  }

  /** Returns the evidence of the only finding, which must be the vendor's fault. */
  private static JsonObject only(FaultyVendor vendor, Play play) throws Exception {
    List<JsonObject> found = advice(vendor, play);
    assertThat(found)
        .extracting(advice -> advice.text("finding"))
        .as("%s", found)
        .containsExactly(vendor.finding());
    JsonObject advice = found.getFirst();
    assertThat(advice.number("expected_saving_ms").orElseThrow().value()).isPositive();
    JsonObject evidence = advice.object("evidence").orElseThrow();
    assertThat(evidence.members()).isNotEmpty();
    return evidence;
  }

  @Test
  void aVendorWithoutAFaultGetsNoAdvice() throws Exception {
    assertThat(advice(FaultyVendor.SOUND, (http, session) -> turns(http, session, TURNS)))
        .isEmpty();
  }

  @Test
  void roundsOneAfterTheOtherAreFound() throws Exception {
    JsonObject evidence =
        only(FaultyVendor.ASKING_FIRST, (http, session) -> turns(http, session, TURNS));
    assertThat(evidence.integer("calls_per_turn")).hasValue(2);
  }

  @Test
  void aSlowToolIsFoundAndNamed() throws Exception {
    JsonObject evidence =
        only(FaultyVendor.CALLING_A_SLOW_TOOL, (http, session) -> turns(http, session, TURNS));
    assertThat(evidence.text("tool")).isEqualTo(Optional.of(FaultyVendor.SLOW_TOOL));
  }

  @Test
  void aVendorThatTurnsCallsAwayIsFound() throws Exception {
    only(FaultyVendor.LIMITING, (http, session) -> turns(http, session, TURNS));
  }

  @Test
  @Tag("long")
  void aPromptThatBeginsAnewTooOftenIsFoundWithItsCause() throws Exception {
    JsonObject evidence =
        only(
            FaultyVendor.CACHING_READER,
            (http, session) -> {
              for (int i = 0; i <= 2 * (TURNS - 1); i++) {
                if (i % 2 == 0) {
                  JsonObject limits = JsonObject.of("max_context_tokens", Json.of(4_000 + i));
                  http.post("/optimization/configure", limits);
                }
                turn(http, session, i);
              }
            });
    assertThat(evidence.text("cause")).contains("settings_changed");
  }

  @Test
  @Tag("long")
  void promptsThatAreLongToReadAreFound() throws Exception {
    only(FaultyVendor.SLOW_READER, (http, session) -> turns(http, session, 18));
  }

  @Test
  @Tag("long")
  void aVendorThatIsSlowToBeginIsFound() throws Exception {
    only(FaultyVendor.LATE, (http, session) -> turns(http, session, TURNS));
  }

  @Test
  @Tag("long")
  void playersThatWaitForEachOtherAreFound() throws Exception {
    only(
        FaultyVendor.ONE_PLACE,
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
  }
}
