package quietstories.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;

/** What HTTP requests took, and which of them began something, as metrics. */
final class RequestMeters {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final String OTHER = "_OTHER";
  private static final double NANOS = 1e9;
  private static final int OK = 200;

  private final Histogram requests;
  private final Counter stories;
  private final Counter sessions;

  RequestMeters(PrometheusRegistry registry) {
    requests =
        Histogram.builder()
            .name(MeterNames.HTTP)
            .help("Time of an HTTP request, to the end of its answer")
            .labelNames(MeterNames.METHOD, MeterNames.ROUTE, MeterNames.STATUS)
            .classicOnly()
            .classicUpperBounds(Buckets.SECONDS)
            .register(registry);
    stories =
        Counter.builder()
            .name(MeterNames.STORIES)
            .help("Scenarios that were written from a description")
            .register(registry);
    sessions =
        Counter.builder()
            .name(MeterNames.SESSIONS)
            .help("Sessions that were begun")
            .register(registry);
  }

  /** Counts one request; {@code route} is a template, never a path. */
  void answered(String method, String route, int status, long nanos) {
    String known = METHODS.contains(method) ? method : OTHER;
    Exemplars.observe(requests.labelValues(known, route, Integer.toString(status)), nanos / NANOS);
    if (method.equals("POST") && status == OK) {
      switch (route) {
        case "/scenarios/generate" -> stories.inc();
        case "/sessions/" -> sessions.inc();
        default -> {
          // why: nothing begins with other requests.
        }
      }
    }
  }
}
