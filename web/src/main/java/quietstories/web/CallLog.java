package quietstories.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Logs each request and its answer, never a body. */
final class CallLog {

  private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
  private static final double NANOS_PER_MILLI = 1e6;

  /** A request that is being answered. */
  record Entry(String requestId, String method, String path, String client, long began) {

    /** Logs the answer; for a stream this is its end. */
    void end(int status) {
      double took = Math.round((System.nanoTime() - began) / NANOS_PER_MILLI * 100) / 100.0;
      LOG.atLevel(path.startsWith("/health") ? Level.DEBUG : Level.INFO)
          .addKeyValue("component", "API")
          .addKeyValue("request_id", requestId)
          .addKeyValue("method", method)
          .addKeyValue("path", path)
          .addKeyValue("client_ip", client)
          .addKeyValue("status_code", status)
          .addKeyValue("duration_ms", took)
          .log("[API] Request completed: {} {} -> {} ({}ms)", method, path, status, took);
    }
  }

  /** Logs that a request has come. */
  Entry begin(String requestId, String method, String path, String client) {
    LOG.atDebug()
        .addKeyValue("component", "API")
        .addKeyValue("request_id", requestId)
        .addKeyValue("method", method)
        .addKeyValue("path", path)
        .addKeyValue("client_ip", client)
        .log("[API] Request started: {} {}", method, path);
    return new Entry(requestId, method, path, client, System.nanoTime());
  }
}
