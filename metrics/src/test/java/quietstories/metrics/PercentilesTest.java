package quietstories.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import quietstories.engine.Derived;
import quietstories.engine.Metrics;
import quietstories.engine.OperationType;
import quietstories.engine.Spread;
import quietstories.engine.Summary;
import quietstories.story.SessionId;

/** The numbers that are shown are those of the operations. */
class PercentilesTest {

  private static final Percentage EXACT = Percentage.withPercentage(0.1);

  @Test
  void percentilesOfAMillionAreWithinATenthOfAPercent() {
    SplittableRandom random = new SplittableRandom(1);
    Series series = new Series();
    long[] values = new long[1_000_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (long) Math.exp(8 + 14 * random.nextDouble());
      series.add(values[i], false);
    }
    Arrays.sort(values);
    Summary summary = series.summary();

    assertThat(summary.count()).isEqualTo(1_000_000);
    assertThat(summary.p50Ms()).isCloseTo(values[499_999] / 1e6, EXACT);
    assertThat(summary.p90Ms()).isCloseTo(values[899_999] / 1e6, EXACT);
    assertThat(summary.p95Ms()).isCloseTo(values[949_999] / 1e6, EXACT);
    assertThat(summary.p99Ms()).isCloseTo(values[989_999] / 1e6, EXACT);
    assertThat(summary.minMs()).isEqualTo(values[0] / 1e6);
    assertThat(summary.maxMs()).isEqualTo(values[999_999] / 1e6);
    Histogram micros = Encoding.read(summary.histogram());
    assertThat(micros.getTotalCount()).isEqualTo(1_000_000);
    assertThat((double) micros.getValueAtPercentile(99))
        .isCloseTo(values[989_999] / 1e3, Percentage.withPercentage(0.2));
  }

  @Test
  void twoHundredNamesAreToldApartAndTheRestCountsAsOther() {
    Meter meter = new Meter();
    for (int i = 0; i < 1_000; i++) {
      meter.record(Samples.of(OperationType.TOOL_EXECUTION, "tool " + i, 1));
    }
    Metrics.Category tools = meter.metrics().of(OperationType.TOOL_EXECUTION);

    assertThat(tools.byName()).hasSize(201);
    assertThat(tools.byName().get("other").count()).isEqualTo(800);
    assertThat(tools.byName().values().stream().mapToLong(Summary::count).sum())
        .isEqualTo(tools.all().count())
        .isEqualTo(1_000);
  }

  @Test
  void aSessionHasItsOwnNumbersAndAnUnknownOneHasNone() {
    Meter meter = new Meter();
    meter.record(Samples.of(OperationType.TURN_PROCESSING, "world", 5));
    Metrics known = meter.metrics(new SessionId("s"));

    assertThat(known.of(OperationType.TURN_PROCESSING).all().count()).isEqualTo(1);
    assertThat(meter.metrics(new SessionId("t"))).isEqualTo(new Meter().metrics());
  }

  @Test
  void derivedNumbersHaveTheirSpread() {
    Meter meter = new Meter();
    for (int i = 1; i <= 100; i++) {
      meter.record(Samples.of(OperationType.TURN_PROCESSING, "world", i));
    }
    Spread overhead = meter.metrics().derived().getOrDefault(Derived.OVERHEAD, Spread.NONE);

    assertThat(overhead.count()).isEqualTo(100);
    assertThat(overhead.average()).isCloseTo(50.5, within(0.001));
    assertThat(overhead.p50()).isCloseTo(50, EXACT);
    assertThat(overhead.p99()).isCloseTo(99, EXACT);
  }
}
