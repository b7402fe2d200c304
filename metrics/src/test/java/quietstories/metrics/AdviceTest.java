package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import quietstories.engine.Advisor.Finding;
import quietstories.engine.OperationType;
import quietstories.json.JsonObject;
import quietstories.prompt.Preset;
import quietstories.prompt.PromptLimits;

/** Each fault is found where a model has just that one, and none where it has none. */
class AdviceTest {

  private static final PromptLimits LIMITS = Preset.QUALITY.limits();
  private static final int TURNS = 60;

  private final SplittableRandom random = new SplittableRandom(11);
  private final Meter meter = new Meter();
  private final Advice advice = new Advice(meter, () -> LIMITS);

  /** A model without a fault; each test gives it one. */
  private double fixedMs = 150;

  private double perTokenMs = 0.2;
  private double tokenMs = 20;
  private int newTokens = 400;
  private double queueMs = 0;
  private double limitedShare = 0;
  private double brokenShare = 0;
  private int rounds = 1;
  private double toolMs = 2;

  private void play() {
    for (int turn = 0; turn < TURNS; turn++) {
      double model = 0;
      for (int round = 0; round < rounds; round++) {
        model += call();
      }
      meter.record(Samples.of(OperationType.TOOL_EXECUTION, "search_memories", toolMs));
      JsonObject about =
          JsonObject.builder().put("model_calls", rounds).put("model_ms", model).build();
      meter.record(Samples.of(OperationType.TURN_PROCESSING, "world", model + 1, about));
    }
  }

  private double call() {
    boolean broken = random.nextDouble() < brokenShare;
    boolean limited = random.nextDouble() < limitedShare;
    double fresh = (broken ? 12_000 : newTokens) * (0.4 + random.nextDouble());
    double prefill = fixedMs + perTokenMs * fresh + 20 * random.nextDouble();
    double writing = tokenMs * 200;
    double queue = queueMs + (limited ? 4_000 : 0);
    JsonObject.Builder about =
        JsonObject.builder()
            .put("purpose", "narrate")
            .put("urgent", true)
            .put("queue_ms", queue)
            .put("connect_ms", 1)
            .put("prefill_ms", prefill)
            .put("generation_ms", writing)
            .put("input_tokens", 14_000)
            .put("cached_tokens", 14_000 - Math.round(fresh))
            .put("output_tokens", 200)
            .put("rate_limited", limited ? 1 : 0);
    if (broken) {
      about.put("prefix_break", "history moved");
    }
    double whole = queue + prefill + writing + 1;
    meter.record(Samples.of(OperationType.LLM_CALL, "model", whole, about.build()));
    return whole;
  }

  private Finding only(String finding) {
    play();
    List<Finding> found = advice.advice();
    assertThat(found).extracting(Finding::finding).containsExactly(finding);
    assertThat(found.getFirst().evidence().members()).isNotEmpty();
    assertThat(found.getFirst().action().path()).startsWith("/");
    assertThat(found.getFirst().savingMs()).isPositive();
    return found.getFirst();
  }

  @Test
  void aModelWithoutAFaultGetsNoAdvice() {
    play();
    assertThat(advice.advice()).isEmpty();
  }

  @Test
  void aFewSlowTurnsAreNoReasonForAdvice() {
    fixedMs = 60_000;
    for (int i = 0; i < 9; i++) {
      call();
    }
    assertThat(advice.advice()).isEmpty();
  }

  @Test
  void longPromptsAreCutAndTheSavingIsThatOfTheirReading() {
    newTokens = 12_000;
    perTokenMs = 1;
    Finding found = only("context_size");
    assertThat(found.action().path()).isEqualTo("/optimization/configure");
    assertThat(found.action().body().integer("max_context_tokens")).hasValue(8_000);
    assertThat(found.savingMs()).isBetween(2_000.0, 8_000.0);
  }

  @Test
  void aBrokenPrefixIsToldFromALongPrompt() {
    brokenShare = 0.5;
    Finding found = only("broken_prefix");
    assertThat(found.evidence().text("cause")).contains("history moved");
    assertThat(found.action().body().integer("max_turn_history")).hasValue(50);
    assertThat(found.savingMs()).isBetween(300.0, 2_500.0);
  }

  @Test
  void severalRoundsInATurnAreFound() {
    rounds = 3;
    Finding found = only("sequential_rounds");
    assertThat(found.savingMs()).isBetween(6_000.0, 12_000.0);
  }

  @Test
  void aSlowToolIsNamed() {
    toolMs = 400;
    Finding found = only("slow_tool");
    assertThat(found.evidence().text("tool")).contains("search_memories");
    assertThat(found.action().path()).isEqualTo("/sessions/s/memories/consolidate");
    assertThat(found.savingMs()).isEqualTo(300);
  }

  @Test
  void aVendorThatIsSlowToBeginIsFound() {
    fixedMs = 9_000;
    Finding found = only("slow_vendor");
    assertThat(found.savingMs()).isBetween(6_500.0, 7_500.0);
  }

  @Test
  void aVendorThatWritesSlowlyIsFound() {
    tokenMs = 300;
    assertThat(only("slow_vendor").savingMs()).isBetween(15_000.0, 25_000.0);
  }

  @Test
  void aVendorThatTurnsCallsAwayIsFound() {
    limitedShare = 0.3;
    Finding found = only("rate_limiting");
    assertThat(found.savingMs()).isBetween(600.0, 2_000.0);
  }

  @Test
  void callsThatWaitForEachOtherAreFound() {
    queueMs = 5_000;
    Finding found = only("queueing");
    assertThat(found.action().path()).isEqualTo("/optimization/presets/fast/apply");
  }

  @Test
  void whatSavesMostComesFirst() {
    toolMs = 400;
    fixedMs = 9_000;
    play();
    assertThat(advice.advice())
        .extracting(Finding::finding)
        .containsExactly("slow_vendor", "slow_tool");
  }

  @Test
  void aResetForgetsTheEvidence() {
    toolMs = 400;
    play();
    meter.reset();
    assertThat(advice.advice()).isEmpty();
  }
}
