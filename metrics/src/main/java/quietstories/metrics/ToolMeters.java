package quietstories.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Optional;

/** What the narrator's tools took, as metrics. */
final class ToolMeters {

  private final Histogram tools;
  private final Names names = new Names();

  ToolMeters(PrometheusRegistry registry) {
    tools =
        Histogram.builder()
            .name(MeterNames.TOOL)
            .help("Time of one call of a tool")
            .labelNames(MeterNames.TOOL_NAME)
            .classicOnly()
            .classicUpperBounds(Buckets.SHORT_SECONDS)
            .register(registry);
  }

  /** Counts one call. */
  void called(String name, double seconds, Optional<String> trace) {
    Exemplars.observe(tools.labelValues(names.label(name)), seconds, trace);
  }
}
