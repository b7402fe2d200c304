package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.engine.ReadingPace;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** The server is slow to begin whatever it is sent, or slow to write. */
final class VendorRule implements Rule {

  /** What an answer may take before its first token, beside the reading. */
  private static final double BEGIN_MS = 2_000;

  /** About as fast as a person reads. */
  private static final double TOKENS_A_SECOND = 5;

  private static final double FEW_TOKENS = 20;
  private static final double MILLIS_PER_SECOND = 1_000;

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    List<Evidence.Call> calls =
        evidence.answered().stream().filter(call -> call.has("prefill_ms")).toList();
    if (calls.size() < FEWEST) {
      return Optional.empty();
    }
    double begin = fixedMs(evidence, calls);
    double connect = Numbers.median(calls, call -> call.number("connect_ms"));
    double written = Numbers.median(calls, call -> call.number("output_tokens"));
    double writing = Numbers.median(calls, call -> call.number("generation_ms"));
    double late = Math.max(0, begin + connect - BEGIN_MS);
    double fair = written / TOKENS_A_SECOND * MILLIS_PER_SECOND;
    double saving = late + (written < FEW_TOKENS ? 0 : Math.max(0, writing - fair));
    JsonObject numbers =
        JsonObject.builder()
            .put("calls", calls.size())
            .put("fixed_ms", Numbers.rounded(begin))
            .put("connect_ms", Numbers.rounded(connect))
            .put("generation_ms", Numbers.rounded(writing))
            .put("output_tokens", written)
            .build();
    return saving <= 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "slow_vendor",
                numbers,
                new Action("GET", "/health/ready", JsonObject.EMPTY),
                saving));
  }

  /**
   * The wait that reading does not explain. Where the server tells no tokens it is all of the wait;
   * where the calls are too much alike to tell, none.
   */
  private static double fixedMs(Evidence.Case evidence, List<Evidence.Call> calls) {
    ReadingCalls reading = ReadingCalls.of(evidence);
    if (reading.calls().isEmpty()) {
      return Numbers.median(calls, call -> call.number("prefill_ms"));
    }
    return reading.pace().map(ReadingPace::fixedMs).orElse(0.0);
  }
}
