package quietstories.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import quietstories.engine.ReadingPace.Reading;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/**
 * Keeps the time to the first visible text within a budget by what it has learned of the model: it
 * hears of every model call and remembers the latest ones of the model that was asked last. Safe
 * for use by many threads.
 */
public final class TurnBudget implements Recording {

  private static final int KEPT = 48;
  private static final double FEW = 0.1;

  /** A narrator holds back so many tokens before it shows the first. */
  private static final int HELD_TOKENS = 12;

  private final OptionalLong budgetMs;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private String model = "";
  private int allowed = Integer.MAX_VALUE;

  private record Sample(Reading reading, double cached, double tokenMs) {}

  /**
   * Creates a budget.
   *
   * @param budgetMs milliseconds from the input to the first visible text; empty for none
   */
  public TurnBudget(OptionalLong budgetMs) {
    this.budgetMs = budgetMs;
  }

  /** It listens for its own sake and keeps nothing that anybody could ask for. */
  @Override
  public boolean wanted() {
    return false;
  }

  @Override
  public void record(Measured operation) {
    JsonObject about = operation.metadata();
    boolean told =
        operation.type() == OperationType.LLM_CALL
            && !operation.failed()
            && about.text("purpose").filter("narrate"::equals).isPresent()
            && about.number("prefill_ms").isPresent()
            && about.number("input_tokens").isPresent();
    if (told && budgetMs.isPresent()) {
      keep(operation.name(), sample(about));
    }
  }

  private static Sample sample(JsonObject about) {
    double cached = number(about, "cached_tokens");
    double fresh = Math.max(0, number(about, "input_tokens") - cached);
    double millis = number(about, "prefill_ms") + number(about, "connect_ms");
    double tokens = Math.max(1, number(about, "output_tokens"));
    return new Sample(new Reading(fresh, millis), cached, number(about, "generation_ms") / tokens);
  }

  private static double number(JsonObject about, String name) {
    return about.number(name).map(found -> found.value()).orElse(0.0);
  }

  private synchronized void keep(String name, Sample sample) {
    if (!name.equals(model)) {
      samples.clear();
      model = name;
      allowed = Integer.MAX_VALUE;
    }
    if (samples.size() == KEPT) {
      samples.removeFirst();
    }
    samples.addLast(sample);
  }

  /**
   * Returns the limits for the next prompt and notes on {@code clock} what was given up.
   *
   * @param wished the limits that hold without a budget, which are returned if there is none
   */
  PromptLimits limits(PromptLimits wished, TurnClock clock) {
    if (budgetMs.isEmpty()) {
      return wished;
    }
    double budget = budgetMs.getAsLong();
    BudgetPlan plan = plan(budget - Span.millis(clock.elapsed()), wished);
    plan.about(budget, wished).members().forEach(clock::about);
    return plan.limits();
  }

  private synchronized BudgetPlan plan(double left, PromptLimits wished) {
    Optional<BudgetPlan.Model> known = model();
    if (known.isEmpty()) {
      return new BudgetPlan(wished, Optional.empty(), false);
    }
    BudgetPlan plan = BudgetPlan.of(left, known.get(), wished, allowed);
    allowed = plan.unreachable() ? allowed : plan.limits().maxContextTokens();
    return plan;
  }

  private Optional<BudgetPlan.Model> model() {
    List<Reading> readings = samples.stream().map(Sample::reading).toList();
    double[] cached = samples.stream().mapToDouble(Sample::cached).sorted().toArray();
    double[] each = samples.stream().mapToDouble(Sample::tokenMs).sorted().toArray();
    return ReadingPace.of(readings)
        .map(
            pace ->
                new BudgetPlan.Model(
                    pace,
                    cached[(int) (FEW * cached.length)],
                    HELD_TOKENS * each[each.length / 2]));
  }
}
