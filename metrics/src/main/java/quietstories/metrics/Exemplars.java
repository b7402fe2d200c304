package quietstories.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Optional;
import quietstories.engine.Trail;

/** Hangs the trace that a thread works on onto what it measures. */
final class Exemplars {

  private Exemplars() {}

  /** Counts {@code value} with the trace of this thread, if it works on one. */
  static void observe(DistributionDataPoint point, double value) {
    observe(point, value, Trail.traceId());
  }

  /** Counts {@code value} with that trace. */
  static void observe(DistributionDataPoint point, double value, Optional<String> trace) {
    if (trace.isPresent()) {
      point.observeWithExemplar(value, Labels.of(MeterNames.TRACE_ID, trace.get()));
    } else {
      point.observe(value);
    }
  }
}
