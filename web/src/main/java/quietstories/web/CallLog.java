package quietstories.web;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * Logs one request: when it has come and when it was answered. Body and query go along as content,
 * which is written only where that was switched on. For use by one thread.
 */
final class CallLog {

  private static final Logger LOG = LoggerFactory.getLogger("quietstories.API");
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int LONGEST_AGENT = 200;
  private static final int LONGEST_BODY = 32_768;
  private static final int FIRST_FAULT = 500;

  private final String requestId;
  private final Incoming request;
  private final RequestHeaders headers;
  private final String client;
  private final long began = System.nanoTime();
  private Optional<Blame> blame = Optional.empty();
  private String route = "";
  private boolean begun;

  /** Why a request failed: a code for the client, and the class of what was thrown. */
  private record Blame(String error, String type) {}

  CallLog(String requestId, Incoming request, RequestHeaders headers, String client) {
    this.requestId = requestId;
    this.request = request;
    this.headers = headers;
    this.client = client;
  }

  /** Remembers the template of the path that the request means. */
  void routed(String template) {
    route = template;
  }

  /** Returns that template, empty if the path means nothing. */
  String route() {
    return route;
  }

  /** Logs that the request has come, with its body. */
  void started(Bytes body) {
    String agent = headers.first("User-Agent").orElse("");
    begun = true;
    line(level())
        .addKeyValue("client_ip", client)
        .addKeyValue("user_agent", agent.substring(0, Math.min(LONGEST_AGENT, agent.length())))
        .addKeyValue("content_type", headers.first("Content-Type").orElse(""))
        .addKeyValue("query_params", request.query())
        // why: the text is made by the writer of the log, and only where it is wanted.
        .addKeyValue("request_body", body.beginning(LONGEST_BODY))
        .log("[API] Request started: {} {}", request.method(), request.path());
  }

  /** Remembers that {@code fault} is answered with {@code failure}. */
  void blames(Failure failure, Throwable fault) {
    blame = Optional.of(new Blame(failure.code().name(), fault.getClass().getSimpleName()));
  }

  /**
   * Logs the answer; for a stream this is its end.
   *
   * @param sent whether it could be written to its end
   */
  void ended(Reply reply, boolean sent) {
    if (!begun) {
      started(Bytes.NONE);
    }
    int status = status(reply);
    if (!sent) {
      failed(status, new Blame("CLIENT_GONE", "CloseConnectionException"));
    } else if (blame.isPresent() && status >= FIRST_FAULT) {
      failed(status, blame.get());
    } else {
      completed(status, details(reply));
    }
  }

  private void completed(int status, JsonObject details) {
    double took = millis();
    LoggingEventBuilder line = line(level());
    LoggingEventBuilder whole =
        blame.isPresent() ? line.addKeyValue("error", blame.get().error()) : line;
    whole
        .addKeyValue("status_code", status)
        .addKeyValue("duration_ms", took)
        .addKeyValue("response_details", details)
        .log(
            "[API] Request completed: {} {} -> {} ({}ms)",
            request.method(),
            request.path(),
            status,
            took);
  }

  private void failed(int status, Blame why) {
    double took = millis();
    line(Level.WARN)
        .addKeyValue("status_code", status)
        .addKeyValue("duration_ms", took)
        .addKeyValue("error", why.error())
        .addKeyValue("error_type", why.type())
        .log(
            "[API] Request failed: {} {} -> {} ({}ms)",
            request.method(),
            request.path(),
            status,
            took);
  }

  /** Returns the status of {@code reply}; a stream that has begun is a success. */
  static int status(Reply reply) {
    return reply instanceof Reply.Whole whole ? whole.status() : 200;
  }

  /** Returns how long the request has taken until now, in nanoseconds. */
  long nanos() {
    return System.nanoTime() - began;
  }

  private double millis() {
    return Math.round(nanos() / NANOS_PER_MILLI * 100) / 100.0;
  }

  private LoggingEventBuilder line(Level level) {
    return LOG.atLevel(level)
        .addKeyValue("component", "API")
        .addKeyValue("request_id", requestId)
        .addKeyValue("method", request.method())
        .addKeyValue("path", request.path());
  }

  /** What asks again and again how the server is would drown everything else. */
  private Level level() {
    String path = request.path();
    return path.startsWith("/health") || path.equals("/metrics") ? Level.DEBUG : Level.INFO;
  }

  private static JsonObject details(Reply reply) {
    return switch (reply) {
      case Reply.Whole whole ->
          JsonObject.builder()
              .put("content_type", whole.mediaType())
              .put("content_length", whole.body().length())
              .build();
      case Reply.Streamed _ -> JsonObject.of("content_type", Json.of("text/event-stream"));
    };
  }
}
