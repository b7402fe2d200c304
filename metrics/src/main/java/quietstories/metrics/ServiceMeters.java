package quietstories.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.LongSupplier;
import quietstories.engine.Metrics;
import quietstories.engine.Summary;

/** What the server tells of itself, as metrics. */
final class ServiceMeters {

  private static final double MILLIS = 1e3;

  private ServiceMeters() {}

  /** Adds them to {@code registry}. */
  static void register(ServiceFacts facts, PrometheusRegistry registry) {
    GaugeWithCallback.builder()
        .name(MeterNames.BUILD)
        .help("The version that runs; always 1")
        .labelNames(MeterNames.VERSION)
        .callback(value -> value.call(1, facts.version()))
        .register(registry);
    GaugeWithCallback.builder()
        .name(MeterNames.MODEL_READY)
        .help("Whether the narrator can be asked: 1 or 0")
        .callback(value -> value.call(facts.modelReady().getAsBoolean() ? 1 : 0))
        .register(registry);
    GaugeWithCallback.builder()
        .name(MeterNames.HEAP)
        .help("Bytes of the heap in use")
        .callback(value -> value.call((double) heap()))
        .register(registry);
    GaugeWithCallback.builder()
        .name(MeterNames.EXACT)
        .help("Exact quantiles of model calls, tool calls and turns since the last reset")
        .labelNames(MeterNames.CATEGORY, MeterNames.QUANTILE)
        .callback(value -> exact(facts.measurements().metrics(), value))
        .register(registry);
    lost(MeterNames.LOG_LINES_LOST, "Log lines that were dropped", facts.logLinesLost(), registry);
    lost(MeterNames.SPANS_LOST, "Spans that were dropped", facts.spansLost(), registry);
  }

  private static void exact(Metrics metrics, GaugeWithCallback.Callback value) {
    metrics
        .categories()
        .forEach(
            (type, category) -> {
              Summary all = category.all();
              value.call(all.p50Ms() / MILLIS, type.category(), "0.5");
              value.call(all.p95Ms() / MILLIS, type.category(), "0.95");
              value.call(all.p99Ms() / MILLIS, type.category(), "0.99");
            });
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void lost(
      String name, String help, LongSupplier count, PrometheusRegistry registry) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(value -> value.call((double) count.getAsLong()))
        .register(registry);
  }
}
