package quietstories.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.engine.Measured;
import quietstories.engine.Recording;

/**
 * Leaves two lines in the log for each operation: what it took, and what is known of it. Both name
 * the time that it took, so an average over lines of one type is that over operations.
 */
public final class PerformanceLog implements Recording {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final Logger METRICS = LoggerFactory.getLogger("quietstories.Metrics");
  private static final double MILLIS_PER_SECOND = 1e3;

  @Override
  public void record(Measured operation) {
    String status = operation.failed() ? "error" : "success";
    LOG.atInfo()
        .addKeyValue("component", "Performance")
        .addKeyValue("operation_type", operation.type().wireName())
        .addKeyValue("operation_id", operation.id())
        .addKeyValue("duration_ms", operation.durationMs())
        .addKeyValue("duration_s", operation.durationMs() / MILLIS_PER_SECOND)
        .addKeyValue("status", status)
        .log("[Performance] {} {}", operation.type().wireName(), operation.id());
    METRICS
        .atInfo()
        .addKeyValue("component", "Metrics")
        .addKeyValue("operation_id", operation.id())
        .addKeyValue("operation_type", operation.type().wireName())
        .addKeyValue("duration_ms", operation.durationMs())
        .addKeyValue("status", status)
        .addKeyValue("metadata", operation.metadata())
        .log("[Metrics] {} {}", operation.type().wireName(), operation.id());
  }
}
