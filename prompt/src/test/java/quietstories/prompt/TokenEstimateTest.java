package quietstories.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The estimate comes to count as the server does, whatever the server says. */
class TokenEstimateTest {

  private static final Prompt PROMPT =
      PromptWriter.write(
          Worlds.scene(30, 30, "I go on"),
          new PromptLimits(50, 10, 100_000, true),
          AnswerForm.MARKER,
          List.of());

  @Test
  void itBeginsWithFourCharactersAToken() {
    assertThat(TokenEstimate.DEFAULT.charactersPerToken()).isEqualTo(4);
    assertThat(TokenEstimate.DEFAULT.of(quietstories.model.Message.user("x".repeat(400))))
        .isEqualTo(104);
  }

  @Property(tries = 100)
  void afterTenAnswersItIsWithinThreePercentOfTheServersCount(
      @ForAll @DoubleRange(min = 1.6, max = 7.5) double ratio) {
    int counted = new TokenEstimate(ratio, 0, 0).of(PROMPT);
    TokenEstimate estimate = TokenEstimate.DEFAULT;
    for (int i = 0; i < 10; i++) {
      estimate = estimate.learned(PROMPT, counted);
    }
    assertThat(Math.abs(estimate.error())).isLessThan(0.03);
    assertThat(estimate.of(PROMPT)).isBetween((int) (counted * 0.97), (int) (counted * 1.03) + 1);
  }

  @Property(tries = 200)
  void noCountHoweverWrongTakesItOutOfItsBounds(
      @ForAll List<@IntRange(min = -5, max = 2_000_000_000) Integer> counts) {
    TokenEstimate estimate = TokenEstimate.DEFAULT;
    for (int counted : counts) {
      estimate = estimate.learned(PROMPT, counted);
      assertThat(estimate.charactersPerToken()).isBetween(1.5, 8.0);
    }
  }

  @Property(tries = 200)
  void aLongerTextNeverCountsLess(
      @ForAll @DoubleRange(min = 1.5, max = 8) double ratio,
      @ForAll @IntRange(min = 0, max = 50_000) int shorter,
      @ForAll @IntRange(min = 0, max = 50_000) int more) {
    TokenEstimate estimate = new TokenEstimate(ratio, 0, 0);
    assertThat(estimate.of(quietstories.model.Message.user("x".repeat(shorter + more))))
        .isGreaterThanOrEqualTo(estimate.of(quietstories.model.Message.user("x".repeat(shorter))));
  }
}
