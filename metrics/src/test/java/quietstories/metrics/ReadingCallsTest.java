package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.json.JsonObject;

final class ReadingCallsTest {

  @Test
  void aStorysFirstPromptIsNeitherBrokenNorWhole() {
    ReadingCalls reading = reading(call("first_prompt"), call("history moved"), call(""));
    assertThat(reading.calls()).hasSize(3);
    assertThat(reading.whole()).allMatch(whole -> whole.prefixBreak().isEmpty());
    assertThat(reading.whole()).hasSize(1);
    assertThat(reading.broken()).singleElement().matches(broken -> !broken.isFirst());
  }

  private static ReadingCalls reading(Measured... calls) {
    List<Evidence.Call> all = Stream.of(calls).map(Evidence.Call::new).toList();
    return ReadingCalls.of(new Evidence.Case(all, List.of(), List.of()));
  }

  private static Measured call(String prefixBreak) {
    JsonObject.Builder about =
        JsonObject.builder().put("prefill_ms", 100).put("input_tokens", 1_000);
    if (!prefixBreak.isEmpty()) {
      about.put("prefix_break", prefixBreak);
    }
    return Samples.of(OperationType.LLM_CALL, "model", 200, about.build());
  }
}
