package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/** A timeline accounts for all of the reply. */
class TurnClockTest {

  private final AtomicLong nanos = new AtomicLong(42);
  private final TurnTime time = new TurnTime(() -> Instant.EPOCH, nanos::get);

  @Property(tries = 200)
  void theStepsCoverTheReplyWithoutAGap(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5_000) Integer> micros) {
    TurnClock clock = new TurnClock(time);
    for (int i = 0; i < micros.size(); i++) {
      clock.enter(i == micros.size() - 1 ? "append" : "step " + i);
      nanos.addAndGet(micros.get(i) * 1_000L);
    }
    clock.commit();
    nanos.addAndGet(7_000_000);

    List<JsonObject> spans =
        clock.timeline(1).array("spans").orElse(JsonArray.EMPTY).objects().toList();
    double reached = 0;
    for (JsonObject step : spans.subList(1, spans.size())) {
      assertThat(number(step, "start_ms")).isCloseTo(reached, within(0.002));
      reached = number(step, "start_ms") + number(step, "duration_ms");
    }
    assertThat(reached).isCloseTo(number(spans.getFirst(), "duration_ms"), within(0.002));
    assertThat(clock.timing().reply()).isCloseTo(reached, within(0.002));
  }

  @Property(tries = 100)
  void whatToolsAndModelsTakeAtOnceIsNotCountedTwice(
      @ForAll @IntRange(max = 100) int start,
      @ForAll @IntRange(min = 1, max = 100) int length,
      @ForAll @IntRange(max = 100) int later) {
    TurnClock clock = new TurnClock(time);
    long origin = clock.origin();
    clock.enter("narrate");
    long millis = 1_000_000;
    clock.toolCall("a", at(origin, start), at(origin, start + length), JsonObject.EMPTY);
    clock.toolCall("b", at(origin, later), at(origin, later + length), JsonObject.EMPTY);
    nanos.addAndGet(300 * millis);
    clock.commit();
    int both = length + Math.min(length, Math.abs(start - later));
    assertThat(clock.timing().toolMs().orElseThrow()).isCloseTo(both, within(0.002));
    assertThat(clock.timing().overheadMs()).isCloseTo(300.0 - both, within(0.002));
  }

  private static long at(long origin, int millis) {
    return origin + millis * 1_000_000L;
  }

  private static double number(JsonObject span, String name) {
    return span.number(name).map(JsonNumber::value).orElseThrow();
  }
}
