package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import quietstories.engine.WatchedTurn;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelTiming;
import quietstories.model.TokenUsage;
import quietstories.story.SessionId;

class ExpositionTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";
  private static final Pattern BUCKET =
      Pattern.compile(
          "quietstories_turn_duration_seconds_bucket\\{le=\"([^\"]+)\"\\} ([0-9.E+]+).*");

  private final Exposition exposition = new Exposition();

  @Test
  void aQuantileEstimatedFromTheBucketsIsAtMostATenthOff() {
    SplittableRandom random = new SplittableRandom(7);
    double[] seconds =
        random.doubles(5_000).map(x -> Math.exp(-3 + 2 * x + random.nextGaussian())).toArray();
    for (double took : seconds) {
      exposition.ended(turn(took * 1_000, Optional.empty(), false));
    }
    Arrays.sort(seconds);
    String page = exposition.page("").text();
    for (double quantile : new double[] {0.5, 0.9, 0.95, 0.99}) {
      double exact = seconds[(int) Math.ceil(quantile * seconds.length) - 1];
      assertThat(estimate(page, quantile)).isCloseTo(exact, Percentage.withPercentage(10));
    }
  }

  /** Interpolates within a bucket as Prometheus does. */
  private static double estimate(String page, double quantile) {
    double lower = 0;
    double below = 0;
    List<double[]> buckets =
        page.lines()
            .map(BUCKET::matcher)
            .filter(java.util.regex.Matcher::matches)
            .map(
                found ->
                    new double[] {
                      Double.parseDouble(found.group(1).replace("+Inf", "Infinity")),
                      Double.parseDouble(found.group(2))
                    })
            .toList();
    double rank = quantile * buckets.getLast()[1];
    for (double[] bucket : buckets) {
      if (bucket[1] >= rank) {
        return lower + (bucket[0] - lower) * (rank - below) / (bucket[1] - below);
      }
      lower = bucket[0];
      below = bucket[1];
    }
    throw new AssertionError(page);
  }

  @Test
  void neighbouringBoundsAreNeverMoreThanATenthApart() {
    for (double[] bounds : List.of(Buckets.SECONDS, Buckets.SHORT_SECONDS, Buckets.TOKENS)) {
      for (int i = 1; i < bounds.length; i++) {
        assertThat(bounds[i] / bounds[i - 1]).isBetween(1.09, 1.100_02);
      }
    }
  }

  @Test
  void onlyOpenMetricsCarriesExemplarsAndTheyNameTheTrace() {
    exposition.ended(turn(12, Optional.of(TRACE), false));
    Exposition.Page open = exposition.page(OPEN_METRICS);
    assertThat(open.mediaType()).startsWith("application/openmetrics-text");
    assertThat(open.text()).contains("# {trace_id=\"" + TRACE + "\"} 0.012").endsWith("# EOF\n");
    Exposition.Page plain = exposition.page("text/plain");
    assertThat(plain.mediaType()).startsWith("text/plain");
    assertThat(plain.text()).doesNotContain(TRACE);
  }

  @Test
  void noIdAndNoNameOfAStoryIsALabel() {
    exposition.ended(turn(12, Optional.of(TRACE), false));
    exposition.answered("GET", "/sessions/{session_id}", 200, 1_000);
    assertThat(exposition.page("").text()).doesNotContain("session-7", TRACE, "The Meadow");
  }

  @Test
  void aTurnAfterAnHourIsAPlayerWhoCameBack() {
    exposition.ended(turn(1, Optional.empty(), false));
    exposition.ended(paused(Duration.ofMinutes(59)));
    exposition.ended(paused(Duration.ofMinutes(60)));
    assertThat(value("quietstories_players_back_total")).isEqualTo(1);
  }

  @Test
  void turnsThatFailedAreCountedApart() {
    exposition.ended(turn(1, Optional.empty(), false));
    exposition.ended(turn(1, Optional.empty(), true));
    assertThat(value("quietstories_turns_total{result=\"failed\"}")).isEqualTo(1);
    assertThat(value("quietstories_turns_total{result=\"played\"}")).isEqualTo(1);
    assertThat(value("quietstories_turn_duration_seconds_count")).isEqualTo(1);
  }

  @Test
  void aModelCallShowsItsTimesAndItsTokensUnderTheNamesOfTheConventions() {
    ModelAnswer answer =
        new ModelAnswer(
            "Once",
            List.of(),
            ModelAnswer.Finish.STOP,
            new TokenUsage(OptionalInt.of(900), OptionalInt.of(800), OptionalInt.of(101)),
            new ModelTiming(0, 0, OptionalLong.of(250_000_000), 1_250_000_000));
    ModelIdentity who = new ModelIdentity("openai", "m1", ModelAbilities.PLAIN, true);
    exposition.answered(who, "narrate", answer, 1_250_000_000);
    exposition.failed(who, "narrate", "timeout", 5_000_000);
    String labels =
        "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"openai\","
            + "gen_ai_request_model=\"m1\"";
    assertThat(value("gen_ai_server_time_to_first_token_seconds_sum{" + labels + "}"))
        .isEqualTo(0.25);
    assertThat(value("gen_ai_server_time_per_output_token_seconds_sum{" + labels + "}"))
        .isCloseTo(0.01, within(1e-9));
    assertThat(value("gen_ai_client_token_usage_sum{" + labels + ",gen_ai_token_type=\"input\"}"))
        .isEqualTo(900);
    assertThat(value("quietstories_model_cached_tokens_total{" + labels + "}")).isEqualTo(800);
    assertThat(exposition.page("").text())
        .contains("gen_ai_client_operation_duration_seconds_count{error_type=\"timeout\"");
  }

  @Test
  void namesThatOthersChooseCannotFillTheMemory() {
    for (int i = 0; i < 500; i++) {
      exposition.ended(tool("tool" + i));
    }
    assertThat(
            exposition
                .page("")
                .text()
                .lines()
                .filter(line -> line.startsWith("quietstories_tool_duration_seconds_count")))
        .hasSize(51)
        .anyMatch(line -> line.contains("\"other\"") && line.endsWith(" 450"));
  }

  @Test
  void requestsAreCountedByTemplateAndUnknownMethodsTogether() {
    exposition.answered("BREW", "", 404, 1_000_000);
    exposition.answered("POST", "/scenarios/generate", 200, 1_000_000);
    exposition.answered("POST", "/scenarios/generate", 400, 1_000_000);
    exposition.answered("POST", "/sessions/", 200, 1_000_000);
    assertThat(exposition.page("").text())
        .contains("http_request_method=\"_OTHER\"")
        .doesNotContain("BREW");
    assertThat(value("quietstories_stories_generated_total")).isEqualTo(1);
    assertThat(value("quietstories_sessions_begun_total")).isEqualTo(1);
  }

  private double value(String series) {
    return exposition
        .page("")
        .text()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(exposition.page("").text()));
  }

  private static WatchedTurn turn(double millis, Optional<String> trace, boolean failed) {
    JsonObject timing = JsonObject.builder().put("reply_ms", millis).build();
    return watched(JsonObject.of("timing", timing), trace, Optional.empty(), failed);
  }

  private static WatchedTurn paused(Duration pause) {
    return watched(JsonObject.EMPTY, Optional.empty(), Optional.of(pause), false);
  }

  private static WatchedTurn tool(String name) {
    JsonObject span =
        JsonObject.builder().put("name", name).put("kind", "tool").put("duration_ms", 2.0).build();
    return watched(
        JsonObject.of("spans", JsonArray.of(span)), Optional.empty(), Optional.empty(), false);
  }

  private static WatchedTurn watched(
      JsonObject timeline, Optional<String> trace, Optional<Duration> pause, boolean failed) {
    return new WatchedTurn(
        new SessionId("session-7"),
        3,
        "The Meadow",
        trace,
        Optional.empty(),
        Instant.EPOCH,
        pause,
        failed,
        timeline);
  }
}
