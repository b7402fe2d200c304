package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quietstories.engine.OperationType;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.metrics.Row.Verdict;

/** A difference is said where there is one, and hardly ever where there is none. */
class ComparisonTest {

  /** Metrics of several names whose durations are spread as those of models are. */
  private static JsonObject run(SplittableRandom random, int count, int names, double factor) {
    Meter meter = new Meter();
    for (int i = 0; i < count; i++) {
      for (OperationType type : OperationType.values()) {
        double millis = 200 * Math.exp(0.6 * random.nextGaussian()) * factor;
        meter.record(Samples.of(type, "name " + i % names, millis));
      }
    }
    return meter.metrics().toJson();
  }

  private static double shareWithoutDifference(int times, int count, int names) {
    SplittableRandom random = new SplittableRandom(7);
    int clean = 0;
    for (int i = 0; i < times; i++) {
      Comparison comparison =
          Comparison.of(run(random, count, names, 1), run(random, count, names, 1));
      boolean none =
          comparison.rows().stream().allMatch(row -> row.verdict() == Verdict.NO_DIFFERENCE);
      clean += none ? 1 : 0;
    }
    return (double) clean / times;
  }

  @Test
  void twoRunsOfTheSameThingMostlyDifferNowhere() {
    assertThat(shareWithoutDifference(40, 60, 2)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  @Tag("long")
  void twoRunsOfTheSameThingDifferNowhereNinetyFiveTimesInAHundred() {
    assertThat(shareWithoutDifference(1_000, 100, 4)).isGreaterThanOrEqualTo(0.95);
    assertThat(shareWithoutDifference(1_000, 20, 1)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aRunThatIsAThirdFasterIsFasterAndTheOtherWayRoundSlower() {
    SplittableRandom random = new SplittableRandom(3);
    JsonObject slow = run(random, 400, 2, 1);
    JsonObject fast = run(random, 400, 2, 0.67);

    assertThat(Comparison.of(slow, fast).rows())
        .hasSize(9)
        .allMatch(row -> row.verdict() == Verdict.FASTER)
        .allMatch(row -> row.ratio().orElse(1) < 0.85)
        .allMatch(row -> row.interval().orElseThrow().high() < 1);
    assertThat(Comparison.of(fast, slow).rows()).allMatch(row -> row.verdict() == Verdict.SLOWER);
  }

  @Test
  void belowTwentyOnASideNothingIsSaid() {
    SplittableRandom random = new SplittableRandom(3);
    JsonObject row =
        Comparison.of(run(random, 19, 1, 1), run(random, 100, 1, 9))
            .toJson()
            .object("llm_calls")
            .orElseThrow();

    assertThat(row.text("verdict")).contains("no_difference");
    assertThat(row.text("reason")).contains("too_few");
    assertThat(row.object("by_name").orElseThrow().members()).containsKey("name 0");
    for (String side : List.of("before", "after")) {
      JsonObject shown = row.object(side).orElseThrow();
      assertThat(shown.number("p50_ms").orElseThrow().value()).isPositive();
    }
  }

  @Test
  void theSameMetricsGiveTheSameComparisonWithAndWithoutWhatTheServerPutsAround() {
    SplittableRandom random = new SplittableRandom(5);
    JsonObject before = run(random, 50, 1, 1);
    JsonObject after = run(random, 50, 1, 1);
    Json answered = JsonReader.read(JsonObject.of("metrics", after).write());

    assertThat(Comparison.of(before, answered)).isEqualTo(Comparison.of(before, after));
  }

  @Test
  void whatIsNoMetricsIsRefusedInWords() {
    JsonObject good = new Meter().metrics().toJson();
    JsonObject turns = good.object("turn_processing").orElseThrow();

    assertThatThrownBy(() -> Comparison.check(Json.of("x"))).hasMessage("is no JSON object");
    assertThatThrownBy(() -> Comparison.check(JsonObject.EMPTY)).hasMessage("has no \"llm_calls\"");
    assertThatThrownBy(
            () ->
                Comparison.check(
                    good.with("turn_processing", turns.with("histogram", Json.of("x!")))))
        .hasMessageContaining("cannot be read");
    Comparison.check(good);
  }

  @Test
  void snapshotsAreComparedByName() {
    Meter meter = new Meter();
    KeptSnapshots snapshots = new KeptSnapshots(meter, InstantSource.system());
    for (int i = 0; i < 60; i++) {
      snapshots.take("snapshot " + i);
    }

    assertThat(snapshots.has("snapshot 9")).isFalse();
    assertThat(snapshots.has("snapshot 10")).isTrue();
    assertThat(snapshots.compare("snapshot 10", "snapshot 9")).isEmpty();
    assertThat(snapshots.compare("snapshot 10", "snapshot 59")).isPresent();
  }
}
