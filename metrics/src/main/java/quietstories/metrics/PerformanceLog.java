package quietstories.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.engine.Recording;

/**
 * Leaves lines in the log for each operation: what is known of it, and, of model calls and turns,
 * what it took. What tools took together is said once for all calls of an answer by {@link
 * LoggedTools}; so each of them stands in one line, and who adds up the lines counts none twice.
 */
public final class PerformanceLog implements Recording {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final Logger METRICS = LoggerFactory.getLogger("quietstories.Metrics");
  private static final double MILLIS_PER_SECOND = 1e3;

  @Override
  public void record(Measured operation) {
    if (operation.type() != OperationType.TOOL_EXECUTION) {
      took(operation);
    }
    METRICS
        .atInfo()
        .addKeyValue("component", "Metrics")
        .addKeyValue("operation_id", operation.id())
        .addKeyValue("operation_type", operation.type().wireName())
        .addKeyValue("duration_ms", operation.durationMs())
        .addKeyValue("status", status(operation))
        .addKeyValue("metadata", operation.metadata())
        .log("[Metrics] {} {}", operation.type().wireName(), operation.id());
  }

  private static void took(Measured operation) {
    LOG.atInfo()
        .addKeyValue("component", "Performance")
        .addKeyValue("operation_type", operation.type().wireName())
        .addKeyValue("operation_id", operation.id())
        .addKeyValue("duration_ms", operation.durationMs())
        .addKeyValue("duration_s", operation.durationMs() / MILLIS_PER_SECOND)
        .addKeyValue("status", status(operation))
        .log("[Performance] {} {}", operation.type().wireName(), operation.id());
  }

  private static String status(Measured operation) {
    return operation.failed() ? "error" : "success";
  }
}
