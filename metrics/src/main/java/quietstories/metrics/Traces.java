package quietstories.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import quietstories.engine.TurnWatcher;
import quietstories.engine.WatchedTurn;

/**
 * Sends a trace for each turn to an OTLP receiver over HTTP. Turns wait in a bounded queue for one
 * thread of its own; what finds the queue full or the receiver down is dropped and counted, so that
 * a receiver can slow nobody.
 */
public final class Traces implements TurnWatcher, AutoCloseable {

  private static final int MOST_WAITING = 1_024;
  private static final int BATCH = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final long LAST_WORDS_MS = 2_000;

  private final BlockingQueue<WatchedTurn> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final SpanExporter exporter;
  private final TurnSpans spans;
  private final Thread sender;
  private volatile boolean closing;

  private Traces(SpanExporter exporter, TurnSpans spans) {
    this.exporter = exporter;
    this.spans = spans;
    this.sender = Thread.ofPlatform().daemon().name("traces").unstarted(this::run);
  }

  /**
   * Begins to send.
   *
   * @param receiver the base address of the receiver, below which {@code /v1/traces} lies
   * @param version of this program
   */
  public static Traces to(URI receiver, String version) {
    String base = receiver.toString().replaceAll("/+$", "");
    SpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(base + "/v1/traces")
            .setTimeout(PATIENCE)
            .setConnectTimeout(CONNECT)
            .setMeterProvider(MeterProvider.noop())
            .build();
    Resource resource =
        Resource.create(
            Attributes.builder()
                .put("service.name", "quietstories")
                .put("service.version", version)
                .build());
    Traces traces =
        new Traces(exporter, new TurnSpans(RandomGenerator.of("L64X128MixRandom"), resource));
    traces.sender.start();
    return traces;
  }

  @Override
  public void ended(WatchedTurn turn) {
    if (!waiting.offer(turn)) {
      lost.addAndGet(turn.timeline().array("spans").map(all -> all.elements().size()).orElse(0));
    }
  }

  /** Returns how many spans were dropped since the start. */
  public long lost() {
    return lost.get();
  }

  private void run() {
    List<WatchedTurn> batch = new ArrayList<>(BATCH);
    while (!closing) {
      try {
        batch.add(waiting.take());
      } catch (InterruptedException e) {
        break;
      }
      waiting.drainTo(batch, BATCH - 1);
      send(batch);
    }
    waiting.drainTo(batch);
    send(batch);
    var _ = exporter.shutdown();
  }

  private void send(List<WatchedTurn> batch) {
    List<SpanData> all = batch.stream().flatMap(turn -> spans.of(turn).stream()).toList();
    batch.clear();
    if (all.isEmpty()) {
      return;
    }
    CompletableResultCode result =
        exporter.export(all).join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (!result.isSuccess()) {
      lost.addAndGet(all.size());
    }
  }

  /** Sends what waits, for two seconds at most. */
  @Override
  public void close() {
    closing = true;
    sender.interrupt();
    try {
      sender.join(LAST_WORDS_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
