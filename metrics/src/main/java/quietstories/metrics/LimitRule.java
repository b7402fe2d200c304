package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** The vendor turns requests away because they are too many or too large. */
final class LimitRule implements Rule {

  private static final double OFTEN = 0.05;
  private static final int LEAST_LIMITED = 3;
  private static final int LEAST_TOKENS = 1_000;

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    List<Evidence.Call> limited =
        evidence.calls().stream().filter(Evidence.Call::isLimited).toList();
    List<Evidence.Call> free =
        evidence.answered().stream().filter(call -> !call.isLimited()).toList();
    int all = evidence.calls().size();
    if (all < FEWEST || limited.size() < LEAST_LIMITED || limited.size() < OFTEN * all) {
      return Optional.empty();
    }
    double usual = Numbers.median(free, Evidence.Call::durationMs);
    JsonObject numbers =
        JsonObject.builder()
            .put("calls", all)
            .put("limited_calls", limited.size())
            .put("refusals", limited.stream().mapToDouble(c -> c.number("rate_limited")).sum())
            .put("usual_ms", Numbers.rounded(usual))
            .put("limited_ms", Numbers.rounded(Numbers.median(limited, c -> c.durationMs())))
            .build();
    double lost =
        limited.stream().mapToDouble(call -> Math.max(0, call.durationMs() - usual)).sum() / all;
    return Optional.of(new Finding("rate_limiting", numbers, action(limits), lost));
  }

  /** Vendors count tokens, so half the tokens are twice the calls. */
  private static Action action(PromptLimits limits) {
    int tokens = Math.max(LEAST_TOKENS, limits.maxContextTokens() / 2);
    return new Action(
        "POST",
        "/optimization/configure",
        JsonObject.builder().put("max_context_tokens", tokens).build());
  }
}
