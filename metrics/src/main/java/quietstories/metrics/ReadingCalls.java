package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.ReadingPace;
import quietstories.engine.ReadingPace.Reading;

/**
 * The calls that tell how long the prompt was read and how much of it was new.
 *
 * @param pace how fast the model reads; empty if the calls are too few or too much alike
 */
record ReadingCalls(List<Evidence.Call> calls, Optional<ReadingPace> pace) {

  static ReadingCalls of(Evidence.Case evidence) {
    List<Evidence.Call> calls =
        evidence.answered().stream()
            .filter(call -> call.has("prefill_ms") && call.has("input_tokens"))
            .toList();
    List<Reading> readings =
        calls.stream()
            .map(call -> new Reading(call.newTokens(), call.number("prefill_ms")))
            .toList();
    boolean sure = calls.size() >= Rule.FEWEST && ReadingPace.isWide(readings);
    return new ReadingCalls(calls, sure ? ReadingPace.of(readings) : Optional.empty());
  }

  /** Returns the calls whose prompt began as the one before it. */
  List<Evidence.Call> whole() {
    return calls.stream().filter(call -> call.prefixBreak().isEmpty()).toList();
  }

  /** Returns the calls whose prompt did not, though there was one before it. */
  List<Evidence.Call> broken() {
    return calls.stream()
        .filter(call -> call.prefixBreak().isPresent() && !call.isFirst())
        .toList();
  }
}
