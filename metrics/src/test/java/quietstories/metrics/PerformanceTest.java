package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/** Any code can be timed under an id of its own. */
class PerformanceTest {

  private final List<Measured> measured = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Performance performance =
      new Performance(measured::add, () -> Instant.EPOCH, nanos::get);

  @Test
  void whatBeginsAndEndsIsRecordedWithItsMetadata() {
    performance.start("mine", "llm_call");
    nanos.addAndGet(5_000_000);
    performance.end("mine", "llm_call", JsonObject.of("custom", Json.of("yes")));
    assertThat(measured)
        .singleElement()
        .satisfies(one -> assertThat(one.type()).isEqualTo(OperationType.LLM_CALL))
        .satisfies(one -> assertThat(one.id()).isEqualTo("mine"))
        .satisfies(one -> assertThat(one.durationMs()).isEqualTo(5))
        .satisfies(one -> assertThat(one.metadata().text("custom")).contains("yes"));
  }

  @Test
  void oneIdMayRunUnderTwoTypesAtOnce() {
    performance.start("mine", "llm_call");
    performance.start("mine", "turn_processing");
    performance.end("mine", "turn_processing");
    performance.end("mine", "llm_call");
    assertThat(measured)
        .extracting(Measured::type)
        .containsExactly(OperationType.TURN_PROCESSING, OperationType.LLM_CALL);
  }

  @Test
  void tryWithResourcesEndsItAlsoWhenItFails() {
    try (Performance.Operation operation = performance.time("mine", "tool_execution")) {
      nanos.addAndGet(2_000_000);
      operation.note("entries", Json.of(12));
      operation.fail();
    }
    assertThat(measured)
        .singleElement()
        .satisfies(one -> assertThat(one.failed()).isTrue())
        .satisfies(one -> assertThat(one.durationMs()).isEqualTo(2))
        .satisfies(one -> assertThat(one.metadata().integer("entries")).hasValue(12));
  }

  @Test
  void anUnknownTypeIsRejectedWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> performance.start("mine", "dreaming"))
        .withMessageContaining("dreaming")
        .withMessageContaining("llm_call, tool_execution, turn_processing");
    assertThatIllegalArgumentException().isThrownBy(() -> performance.end("mine", "dreaming"));
    assertThatIllegalArgumentException().isThrownBy(() -> performance.time("mine", "dreaming"));
    assertThat(measured).isEmpty();
  }

  @Test
  void whatNeverBeganIsNotRecorded() {
    performance.end("stranger", "llm_call");
    assertThat(measured).isEmpty();
  }

  @Test
  void whatNeverEndsIsForgottenInTime() {
    for (int i = 0; i <= 10_000; i++) {
      performance.start("id " + i, "llm_call");
    }
    performance.end("id 0", "llm_call");
    performance.end("id 1", "llm_call");
    assertThat(measured).extracting(Measured::id).containsExactly("id 1");
  }
}
