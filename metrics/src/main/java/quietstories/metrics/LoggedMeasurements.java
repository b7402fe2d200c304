package quietstories.metrics;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.engine.Measurements;

/** Measurements that also leave one line in the log for each operation. */
public final class LoggedMeasurements implements Measurements {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Measurements measurements;

  /** Creates a logged view of {@code measurements}. */
  public LoggedMeasurements(Measurements measurements) {
    this.measurements = measurements;
  }

  @Override
  public void record(Measured operation) {
    measurements.record(operation);
    LOG.atInfo()
        .addKeyValue("component", "Performance")
        .addKeyValue("operation_type", operation.type().wireName())
        .addKeyValue("operation_id", operation.id())
        .addKeyValue("duration_ms", operation.durationNanos() / NANOS_PER_MILLI)
        .addKeyValue("duration_s", operation.durationNanos() / NANOS_PER_SECOND)
        .addKeyValue("status", operation.failed() ? "error" : "success")
        .log("[Performance] {} {}", operation.type().wireName(), operation.id());
  }

  @Override
  public Map<OperationType, Summary> summary() {
    return measurements.summary();
  }

  @Override
  public Map<OperationType, Summary> reset() {
    return measurements.reset();
  }
}
