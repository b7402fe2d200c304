package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quietstories.engine.Measured;
import quietstories.engine.Metrics;
import quietstories.engine.OperationType;
import quietstories.engine.Summary;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;

/** Every operation counts exactly once. */
class MeterTest {

  private static final List<OperationType> TYPES = List.of(OperationType.values());

  private static Measured turn(long nanos, boolean failed) {
    return new Measured(
        OperationType.TURN_PROCESSING,
        "turn",
        "world",
        java.util.Optional.empty(),
        nanos,
        1,
        failed,
        JsonObject.EMPTY);
  }

  @Test
  void sumsExtremesAndFailuresAreThoseOfTheOperations() {
    Meter meter = new Meter();
    for (int i = 1; i <= 7; i++) {
      meter.record(turn(i * 1_000_000L, i == 7));
    }
    Metrics.Category category = meter.metrics().of(OperationType.TURN_PROCESSING);
    Summary turns = category.all();

    assertThat(turns.count()).isEqualTo(7);
    assertThat(turns.failures()).isEqualTo(1);
    assertThat(turns.totalMs()).isEqualTo(28);
    assertThat(turns.averageMs()).isEqualTo(4);
    assertThat(turns.minMs()).isEqualTo(1);
    assertThat(turns.maxMs()).isEqualTo(7);
    assertThat(category.recent())
        .extracting(Measured::durationNanos)
        .containsExactly(3_000_000L, 4_000_000L, 5_000_000L, 6_000_000L, 7_000_000L);
    assertThat(meter.metrics().of(OperationType.LLM_CALL).all().count()).isZero();
  }

  @Test
  void aResetUnderLoadLosesNothingAndCountsNothingTwice() throws Exception {
    Meter meter = new Meter();
    AtomicLong closed = new AtomicLong();
    CountDownLatch writing = new CountDownLatch(8);
    List<Future<?>> work = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
      for (int t = 0; t < 8; t++) {
        work.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 20_000; i++) {
                    meter.record(any(i));
                  }
                  writing.countDown();
                }));
      }
      work.add(
          threads.submit(
              () -> {
                while (writing.getCount() > 0) {
                  closed.addAndGet(total(meter.reset()));
                }
              }));
    }
    for (Future<?> part : work) {
      part.get();
    }
    closed.addAndGet(total(meter.reset()));
    assertThat(closed).hasValue(160_000);
  }

  private static Measured any(int number) {
    OperationType type = TYPES.get(number % TYPES.size());
    return Samples.of(type, "name " + number % 500, 1);
  }

  private static long total(Metrics metrics) {
    return TYPES.stream().mapToLong(type -> metrics.of(type).all().count()).sum();
  }

  @Test
  @Tag("long")
  void tenMillionOperationsTakeNoMoreRoomThanAMillion() {
    Meter meter = new Meter();
    long early = 0;
    for (int i = 0; i < 10_000_000; i++) {
      meter.record(any(i));
      if (i == 1_000_000) {
        early = used();
      }
    }
    assertThat(used() - early).isLessThan(32L << 20);
    assertThat(total(meter.metrics())).isEqualTo(10_000_000);
    assertThat(meter.metrics().of(OperationType.LLM_CALL).byName()).hasSizeLessThan(250);
  }

  private static long used() {
    System.gc();
    Runtime machine = Runtime.getRuntime();
    return machine.totalMemory() - machine.freeMemory();
  }

  @Test
  void aFailedModelCallIsMeasuredToo() {
    Meter meter = new Meter();
    ChatModel broken =
        new ChatModel() {
          @Override
          public ModelIdentity identity() {
            return new ModelIdentity("generic", "broken", ModelAbilities.PLAIN, true);
          }

          @Override
          public ModelAnswer ask(
              ModelRequest request, ModelListener listener, Cancellation cancellation) {
            throw new ModelException(ModelFault.UNAVAILABLE, "gone", true);
          }
        };
    ChatModel measured =
        new MeasuredModel(
            broken, meter, () -> "1", java.time.InstantSource.system(), System::nanoTime);
    ModelRequest request = ModelRequest.of("narrate", List.of(Message.user("x")));

    try {
      measured.ask(request, _ -> {}, new Cancellation());
    } catch (ModelException expected) {
      assertThat(expected.fault()).isEqualTo(ModelFault.UNAVAILABLE);
    }
    Metrics.Category category = meter.metrics().of(OperationType.LLM_CALL);
    Summary calls = category.all();
    assertThat(calls.count()).isEqualTo(1);
    assertThat(calls.failures()).isEqualTo(1);
    assertThat(category.recent().getFirst().name()).isEqualTo("broken");
  }
}
