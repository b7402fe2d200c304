package quietstories.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import quietstories.engine.TurnWatcher;
import quietstories.engine.WatchedTurn;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;

/**
 * Everything that Prometheus can ask for. It listens to turns, model calls and requests; no id of a
 * session, turn or request ever becomes a label, they go into exemplars, spans and logs.
 *
 * <p>The library is loaded beside the start of the program, so that no start waits for it.
 */
public final class Exposition implements TurnWatcher {

  private static final String OPEN_METRICS = "application/openmetrics-text";

  private final CompletableFuture<Collectors> collectors =
      CompletableFuture.supplyAsync(Collectors::new, Thread::startVirtualThread);

  /** All metrics, and the registry that they are written from. */
  private record Collectors(
      PrometheusRegistry registry, ModelMeters models, TurnMeters turns, RequestMeters requests) {

    Collectors() {
      PrometheusRegistry all = new PrometheusRegistry();
      this(
          all,
          new ModelMeters(all),
          new TurnMeters(all, new ToolMeters(all)),
          new RequestMeters(all));
    }
  }

  /** Creates an exposition in which nothing has happened. */
  public Exposition() {}

  /** Adds what the server tells of itself; to be called once. */
  public void show(ServiceFacts facts) {
    var _ = collectors.thenAccept(all -> ServiceMeters.register(facts, all.registry()));
  }

  @Override
  public void ended(WatchedTurn turn) {
    collectors.join().turns().ended(turn);
  }

  /** Counts one HTTP request; {@code route} is the template of its path. */
  public void answered(String method, String route, int status, long nanos) {
    collectors.join().requests().answered(method, route, status, nanos);
  }

  void answered(ModelIdentity who, String purpose, ModelAnswer answer, long nanos) {
    collectors.join().models().answered(who, purpose, answer, nanos);
  }

  void failed(ModelIdentity who, String purpose, String error, long nanos) {
    collectors.join().models().failed(who, purpose, error, nanos);
  }

  /** A page and its media type. */
  public record Page(String mediaType, String text) {}

  /**
   * Returns all metrics: in the OpenMetrics format, which has exemplars, if {@code accept} names
   * it, otherwise as Prometheus text.
   */
  public Page page(String accept) {
    ExpositionFormats formats = ExpositionFormats.init();
    ExpositionFormatWriter writer =
        accept.toLowerCase(Locale.ROOT).contains(OPEN_METRICS)
            ? formats.getOpenMetricsTextFormatWriter()
            : formats.getPrometheusTextFormatWriter();
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      writer.write(out, collectors.join().registry().scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Page(writer.getContentType(), out.toString(StandardCharsets.UTF_8));
  }
}
