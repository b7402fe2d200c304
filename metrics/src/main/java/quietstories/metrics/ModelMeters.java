package quietstories.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.OptionalInt;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelTiming;

/** What model calls took and cost, as metrics. */
final class ModelMeters {

  private static final String CHAT = "chat";
  private static final double NANOS = 1e9;

  private final Histogram calls;
  private final Histogram tokens;
  private final Histogram firstToken;
  private final Histogram perToken;
  private final Histogram queue;
  private final Counter cached;
  private final Names models = new Names();
  private final Names purposes = new Names();

  ModelMeters(PrometheusRegistry registry) {
    calls =
        Histogram.builder()
            .name(MeterNames.MODEL_CALL)
            .help("Time of a model call, to its last token or its failure")
            .labelNames(
                MeterNames.OPERATION,
                MeterNames.PROVIDER,
                MeterNames.MODEL,
                MeterNames.PURPOSE,
                MeterNames.ERROR_TYPE)
            .classicOnly()
            .classicUpperBounds(Buckets.SECONDS)
            .register(registry);
    tokens =
        histogram(
                MeterNames.TOKENS, "Tokens of a model call", Buckets.TOKENS, MeterNames.TOKEN_TYPE)
            .register(registry);
    firstToken =
        histogram(MeterNames.FIRST_TOKEN, "Time to a model's first token", Buckets.SECONDS)
            .register(registry);
    perToken =
        histogram(MeterNames.PER_TOKEN, "Time for each further token", Buckets.SHORT_SECONDS)
            .register(registry);
    queue =
        histogram(MeterNames.MODEL_QUEUE, "Wait for a free place at the server", Buckets.SECONDS)
            .register(registry);
    cached =
        Counter.builder()
            .name(MeterNames.CACHED_TOKENS)
            .help("Prompt tokens that came out of a server's cache")
            .labelNames(MeterNames.OPERATION, MeterNames.PROVIDER, MeterNames.MODEL)
            .register(registry);
  }

  private static Histogram.Builder histogram(
      String name, String help, double[] bounds, String... more) {
    String[] labels = new String[3 + more.length];
    labels[0] = MeterNames.OPERATION;
    labels[1] = MeterNames.PROVIDER;
    labels[2] = MeterNames.MODEL;
    System.arraycopy(more, 0, labels, 3, more.length);
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(bounds);
  }

  /** Counts a call that was answered. */
  void answered(ModelIdentity who, String purpose, ModelAnswer answer, long nanos) {
    String model = models.label(who.name());
    called(who, purpose, "", nanos);
    count(who.provider(), model, "input", answer.usage().input());
    count(who.provider(), model, "output", answer.usage().output());
    cached.labelValues(CHAT, who.provider(), model).inc(answer.usage().cached().orElse(0));
    timing(who.provider(), model, answer);
  }

  private void timing(String provider, String model, ModelAnswer answer) {
    ModelTiming timing = answer.timing();
    Exemplars.observe(
        queue.labelValues(CHAT, provider, model), (timing.sent() - timing.start()) / NANOS);
    if (timing.firstToken().isEmpty()) {
      return;
    }
    long first = timing.firstToken().getAsLong();
    Exemplars.observe(
        firstToken.labelValues(CHAT, provider, model), (first - timing.sent()) / NANOS);
    int more = answer.usage().output().orElse(0) - 1;
    if (more > 0) {
      Exemplars.observe(
          perToken.labelValues(CHAT, provider, model), (timing.end() - first) / NANOS / more);
    }
  }

  /** Counts a call that gave no answer. */
  void failed(ModelIdentity who, String purpose, String error, long nanos) {
    called(who, purpose, error, nanos);
  }

  private void called(ModelIdentity who, String purpose, String error, long nanos) {
    String model = models.label(who.name());
    Exemplars.observe(
        calls.labelValues(CHAT, who.provider(), model, purposes.label(purpose), error),
        nanos / NANOS);
  }

  private void count(String provider, String model, String type, OptionalInt count) {
    if (count.isPresent()) {
      Exemplars.observe(tokens.labelValues(CHAT, provider, model, type), count.getAsInt());
    }
  }
}
