package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** A budget holds where there is room for it, and says so where there is none. */
class TurnBudgetTest {

  private static final int TURNS = 60;
  private static final int FIXED_MS = 100;
  private static final int TOKEN_MS = 20;
  private static final PromptLimits WISHED = new PromptLimits(40, 10, 8_000, true);

  private final AtomicLong nanos = new AtomicLong();
  private final TurnTime time = new TurnTime(() -> Instant.EPOCH, nanos::get);

  @Property(tries = 40)
  void aModelThatReadsAtAnyPaceIsKeptWithinTheBudgetThatFixedSettingsMiss(
      @ForAll @DoubleRange(min = 0.1, max = 5) double perToken, @ForAll long seed) {
    long budget = (long) (FIXED_MS + 3_000 * perToken + 12 * TOKEN_MS);
    assertThat(held(OptionalLong.empty(), budget, perToken, seed)).isLessThan(TURNS / 2);
    assertThat(held(OptionalLong.of(budget), budget, perToken, seed))
        .isGreaterThanOrEqualTo(TURNS * 95 / 100);
  }

  /** Plays a story whose prompts grow to what is allowed, with a model that keeps no cache. */
  private int held(OptionalLong setting, long budget, double perToken, long seed) {
    TurnBudget turnBudget = new TurnBudget(setting);
    Random random = new Random(seed);
    int held = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      PromptLimits limits = turnBudget.limits(WISHED, begun());
      int tokens = Math.min(limits.maxContextTokens(), 900 + 300 * turn);
      double prefill = (FIXED_MS + perToken * tokens) * (0.95 + 0.1 * random.nextDouble());
      held += prefill + 12 * TOKEN_MS <= budget ? 1 : 0;
      turnBudget.record(call(tokens, prefill));
    }
    return held;
  }

  @Example
  void aBudgetThatNoPromptCouldHoldEmptiesNoneAndIsCalledUnreachable() {
    TurnBudget budget = new TurnBudget(OptionalLong.of(300));
    for (int turn = 0; turn < 5; turn++) {
      budget.record(call(1_000 + 500 * turn, 2_000 + 500 * turn));
    }
    TurnClock clock = begun();
    assertThat(budget.limits(WISHED, clock)).isEqualTo(WISHED);
    assertThat(prompt(clock).flag("budget_unreachable")).contains(true);
  }

  @Example
  void theTimelineSaysWhatWasGivenUp() {
    TurnBudget budget = new TurnBudget(OptionalLong.of(2_500));
    for (int turn = 0; turn < 5; turn++) {
      budget.record(call(1_000 + 1_000 * turn, 1_000 + 1_000 * turn));
    }
    TurnClock clock = begun();
    PromptLimits limits = budget.limits(WISHED, clock);
    assertThat(limits.maxContextTokens()).isLessThan(2_500);
    assertThat(prompt(clock).integer("context_tokens_given_up"))
        .hasValue(8_000 - limits.maxContextTokens());
    assertThat(prompt(clock).members()).containsKeys("budget_ms", "predicted_ms");
  }

  private TurnClock begun() {
    TurnClock clock = new TurnClock(time);
    clock.enter("prompt");
    return clock;
  }

  private static JsonObject prompt(TurnClock clock) {
    clock.commit();
    return clock
        .timeline(1)
        .array("spans")
        .orElse(JsonArray.EMPTY)
        .objects()
        .filter(span -> span.text("name").filter("prompt"::equals).isPresent())
        .findFirst()
        .flatMap(span -> span.object("attributes"))
        .orElseThrow();
  }

  private static Measured call(int tokens, double prefill) {
    JsonObject about =
        JsonObject.builder()
            .put("purpose", "narrate")
            .put("prefill_ms", prefill)
            .put("input_tokens", tokens)
            .put("cached_tokens", 0)
            .put("generation_ms", 100 * TOKEN_MS)
            .put("output_tokens", 100)
            .build();
    return new Measured(
        OperationType.LLM_CALL, "call", "model", Optional.empty(), 1, 0, false, about);
  }
}
