package quietstories.metrics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.engine.Measured;
import quietstories.engine.Recording;

/** Leaves one line in the log for each operation. */
public final class PerformanceLog implements Recording {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.Performance");
  private static final double MILLIS_PER_SECOND = 1e3;

  @Override
  public void record(Measured operation) {
    LOG.atInfo()
        .addKeyValue("component", "Performance")
        .addKeyValue("operation_type", operation.type().wireName())
        .addKeyValue("operation_id", operation.id())
        .addKeyValue("duration_ms", operation.durationMs())
        .addKeyValue("duration_s", operation.durationMs() / MILLIS_PER_SECOND)
        .addKeyValue("status", operation.failed() ? "error" : "success")
        .log("[Performance] {} {}", operation.type().wireName(), operation.id());
  }
}
