package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.json.JsonObject;
import quietstories.prompt.Preset;
import quietstories.prompt.PromptLimits;

/** Calls wait for each other because the server answers few at once. */
final class QueueRule implements Rule {

  private static final double SHARE = 0.2;
  private static final double SLOW_MS = 250;

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    // why: a call that was turned away stood in a queue of the vendor's making.
    List<Evidence.Call> calls =
        evidence.answered().stream().filter(call -> !call.isLimited()).toList();
    double queue = Numbers.mean(calls, call -> call.number("queue_ms"));
    double whole = Numbers.mean(calls, Evidence.Call::durationMs);
    long queued = calls.stream().filter(call -> call.number("queue_ms") >= SLOW_MS).count();
    if (queued < FEWEST || queue < SLOW_MS || queue < SHARE * whole) {
      return Optional.empty();
    }
    Preset shorter =
        limits.maxContextTokens() > Preset.FAST.limits().maxContextTokens()
            ? Preset.FAST
            : Preset.MINIMAL;
    JsonObject numbers =
        JsonObject.builder()
            .put("calls", calls.size())
            .put("queued_calls", queued)
            .put("queue_ms", Numbers.rounded(queue))
            .put("call_ms", Numbers.rounded(whole))
            .build();
    Action action =
        new Action(
            "POST", "/optimization/presets/" + shorter.wireName() + "/apply", JsonObject.EMPTY);
    double reading = Numbers.mean(calls, call -> call.number("prefill_ms"));
    double saving = saving(queue, whole - queue, reading, limits, shorter.limits());
    return Optional.of(new Finding("queueing", numbers, action, saving));
  }

  /** Who waits, waits for calls like its own, so a queue shrinks as they do. */
  private static double saving(
      double queue, double busy, double reading, PromptLimits now, PromptLimits then) {
    double fewer = 1 - Math.min(1, (double) then.maxContextTokens() / now.maxContextTokens());
    return busy <= 0 ? 0 : queue * Math.min(1, reading * fewer / busy);
  }
}
