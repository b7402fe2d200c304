package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.engine.ReadingPace;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** Prompts do not begin as the ones before them, so that the server reads them anew. */
final class PrefixRule implements Rule {

  private static final double OFTEN = 0.3;
  private static final double SLOW_MS = 100;

  /** Without a whole prompt to compare with, half of a broken one is taken to be needless. */
  private static final double HALF = 0.5;

  private static final int MOST_TOKENS = 100_000;
  private static final int MOST_TURNS = 50;

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    ReadingCalls reading = ReadingCalls.of(evidence);
    List<Evidence.Call> broken = reading.broken();
    boolean often = broken.size() >= OFTEN * reading.calls().size();
    return broken.size() < FEWEST || !often
        ? Optional.empty()
        : reading.pace().flatMap(pace -> look(reading, pace, limits));
  }

  private static Optional<Finding> look(
      ReadingCalls reading, ReadingPace pace, PromptLimits limits) {
    List<Evidence.Call> broken = reading.broken();
    double read = Numbers.mean(broken, Evidence.Call::newTokens);
    double usual =
        reading.whole().isEmpty()
            ? read * HALF
            : Numbers.mean(reading.whole(), Evidence.Call::newTokens);
    double share = (double) broken.size() / reading.calls().size();
    double saving = pace.perTokenMs() * Math.max(0, read - usual) * share;
    if (saving < SLOW_MS) {
      return Optional.empty();
    }
    JsonObject numbers =
        JsonObject.builder()
            .put("calls", reading.calls().size())
            .put("broken", broken.size())
            .put("new_tokens_broken", Numbers.rounded(read))
            .put("new_tokens_whole", Numbers.rounded(usual))
            .put("ms_per_token", Numbers.rounded(pace.perTokenMs()))
            .put("cause", broken.getLast().prefixBreak().orElse(""))
            .build();
    return Optional.of(new Finding("broken_prefix", numbers, action(limits), saving));
  }

  /** A wider window moves less often; without the layout for caches no window helps. */
  private static Action action(PromptLimits limits) {
    JsonObject body =
        limits.enableCaching()
            ? JsonObject.builder()
                .put("max_turn_history", Math.min(MOST_TURNS, limits.maxTurnHistory() * 2))
                .put("max_context_tokens", Math.min(MOST_TOKENS, limits.maxContextTokens() * 2))
                .build()
            : JsonObject.builder().put("enable_caching", true).build();
    return new Action("POST", "/optimization/configure", body);
  }
}
