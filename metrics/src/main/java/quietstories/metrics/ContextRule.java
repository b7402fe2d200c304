package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.engine.ReadingPace;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** Prompts are so long that reading them is most of the wait. */
final class ContextRule implements Rule {

  private static final double SLOW_MS = 1_000;
  private static final double SHARE = 0.4;
  private static final int LEAST_TOKENS = 1_000;

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    ReadingCalls reading = ReadingCalls.of(evidence);
    // why: what a broken prefix costs is that rule's to say; a shorter prompt would hide it.
    List<Evidence.Call> whole = reading.whole();
    return whole.size() < FEWEST
        ? Optional.empty()
        : reading.pace().flatMap(pace -> look(whole, pace, limits));
  }

  private static Optional<Finding> look(
      List<Evidence.Call> calls, ReadingPace pace, PromptLimits limits) {
    double tokens = Numbers.median(calls, Evidence.Call::newTokens);
    double input = Numbers.median(calls, call -> call.number("input_tokens"));
    double duration = Numbers.median(calls, Evidence.Call::durationMs);
    double spent = pace.perTokenMs() * tokens;
    int fewer = Math.max(LEAST_TOKENS, limits.maxContextTokens() / 2);
    double part = 1 - fewer / Math.max(1, input);
    if (spent < SLOW_MS || spent < SHARE * duration || part <= 0) {
      return Optional.empty();
    }
    JsonObject numbers =
        JsonObject.builder()
            .put("calls", calls.size())
            .put("median_input_tokens", input)
            .put("median_new_tokens", tokens)
            .put("ms_per_token", Numbers.rounded(pace.perTokenMs()))
            .put("reading_ms", Numbers.rounded(spent))
            .put("call_ms", Numbers.rounded(duration))
            .build();
    return Optional.of(new Finding("context_size", numbers, shorter(limits, fewer), spent * part));
  }

  private static Action shorter(PromptLimits limits, int tokens) {
    return new Action(
        "POST",
        "/optimization/configure",
        JsonObject.builder()
            .put("max_context_tokens", tokens)
            .put("max_turn_history", Math.max(1, limits.maxTurnHistory() / 2))
            .build());
  }
}
