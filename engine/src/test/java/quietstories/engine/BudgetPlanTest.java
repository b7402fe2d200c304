package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import quietstories.prompt.PromptLimits;

/** A plan keeps within the wish and within the budget, or says that nothing would. */
class BudgetPlanTest {

  @Property(tries = 500)
  void aPlanKeepsTheBudgetOrGivesNothingUpInVain(
      @ForAll @DoubleRange(max = 20_000) double left,
      @ForAll @DoubleRange(max = 3_000) double fixed,
      @ForAll @DoubleRange(max = 5) double perToken,
      @ForAll @DoubleRange(max = 2_000) double kept,
      @ForAll @IntRange(min = 1_000, max = 20_000) int most,
      @ForAll @IntRange(min = 500, max = 30_000) int now) {
    PromptLimits wished = new PromptLimits(10, 12, most, true);
    BudgetPlan.Model model = new BudgetPlan.Model(new ReadingPace(fixed, perToken, 20), kept, 100);
    BudgetPlan plan = BudgetPlan.of(left, model, wished, now);

    if (plan.unreachable()) {
      assertThat(plan.limits()).isEqualTo(wished);
      assertThat(model.millis(BudgetPlan.FLOOR)).isGreaterThan(left);
      assertThat(plan.about(left, wished).flag("budget_unreachable")).contains(true);
    } else {
      int tokens = plan.limits().maxContextTokens();
      assertThat(tokens).isBetween(BudgetPlan.FLOOR, most);
      assertThat(model.millis(tokens)).isLessThanOrEqualTo(left + 1e-6);
      assertThat(plan.limits().maxMemoriesPerEntity()).isBetween(1, 12);
      assertThat(plan.about(left, wished).integer("context_tokens_given_up"))
          .hasValue(most - tokens);
    }
  }

  @Property(tries = 200)
  void whatFitsWithRoomToSpareIsLeftAsItIs(@ForAll @IntRange(min = 1_000, max = 7_500) int now) {
    PromptLimits wished = new PromptLimits(10, 12, 8_000, true);
    BudgetPlan.Model model = new BudgetPlan.Model(new ReadingPace(0, 1, 0), 0, 0);
    assertThat(BudgetPlan.of(1.2 * now, model, wished, now).limits().maxContextTokens())
        .isEqualTo(now);
  }
}
