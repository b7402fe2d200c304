package quietstories.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Optional;
import quietstories.engine.TurnWatcher;
import quietstories.engine.WatchedTurn;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/** What turns took, step by step, and what they say about those who play, as metrics. */
final class TurnMeters implements TurnWatcher {

  /** After so long a pause somebody has come back, rather than gone on. */
  private static final Duration AWAY = Duration.ofHours(1);

  private static final double MILLIS = 1e3;

  private final Counter turns;
  private final Counter playersBack;
  private final Histogram whole;
  private final Histogram firstText;
  private final Histogram verdict;
  private final Histogram overhead;
  private final Histogram steps;
  private final ToolMeters tools;
  private final Names names = new Names();

  TurnMeters(PrometheusRegistry registry, ToolMeters tools) {
    this.tools = tools;
    turns =
        Counter.builder()
            .name(MeterNames.TURNS)
            .help("Turns that were played, and turns that failed and changed nothing")
            .labelNames(MeterNames.RESULT)
            .register(registry);
    turns.initLabelValues("played");
    turns.initLabelValues("failed");
    playersBack =
        Counter.builder()
            .name(MeterNames.PLAYERS_BACK)
            .help("Sessions that were played on after an hour or more")
            .register(registry);
    whole =
        histogram(
            MeterNames.TURN, "Time from a turn's input to its commit", Buckets.SECONDS, registry);
    firstText =
        histogram(
            MeterNames.FIRST_TEXT,
            "Time to the first text that a player sees",
            Buckets.SECONDS,
            registry);
    verdict =
        histogram(
            MeterNames.VERDICT,
            "Time to the verdict of the rules",
            Buckets.SHORT_SECONDS,
            registry);
    overhead =
        histogram(
            MeterNames.OVERHEAD,
            "Time of a turn in which neither model nor tool ran",
            Buckets.SHORT_SECONDS,
            registry);
    steps =
        Histogram.builder()
            .name(MeterNames.STEP)
            .help("Time of each step of a turn, of storing it and of the work after it")
            .labelNames(MeterNames.KIND, MeterNames.STEP_NAME)
            .classicOnly()
            .classicUpperBounds(Buckets.SHORT_SECONDS)
            .register(registry);
  }

  private static Histogram histogram(
      String name, String help, double[] bounds, PrometheusRegistry registry) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(bounds)
        .register(registry);
  }

  @Override
  public void ended(WatchedTurn turn) {
    turns.labelValues(turn.failed() ? "failed" : "played").inc();
    if (turn.failed()) {
      return;
    }
    if (turn.pause().filter(pause -> pause.compareTo(AWAY) >= 0).isPresent()) {
      playersBack.inc();
    }
    JsonObject timing = turn.timeline().object("timing").orElse(JsonObject.EMPTY);
    observe(whole, timing, "reply_ms", turn.traceId());
    observe(firstText, timing, "time_to_first_visible_text_ms", turn.traceId());
    observe(verdict, timing, "time_to_verdict_ms", turn.traceId());
    observe(overhead, timing, "overhead_ms", turn.traceId());
    turn.timeline()
        .array("spans")
        .orElse(JsonArray.EMPTY)
        .objects()
        .forEach(span -> step(span, turn.traceId()));
  }

  private void step(JsonObject span, Optional<String> trace) {
    String kind = span.text("kind").orElse("");
    String name = span.text("name").orElse("");
    double seconds = span.number("duration_ms").map(JsonNumber::value).orElse(0.0) / MILLIS;
    switch (kind) {
      case "step", "store", "after" ->
          Exemplars.observe(steps.labelValues(kind, names.label(name)), seconds, trace);
      case "tool" -> tools.called(name, seconds, trace);
      default -> {
        // why: the turn and its model calls have metrics of their own, with more to say.
      }
    }
  }

  private static void observe(
      Histogram histogram, JsonObject timing, String key, Optional<String> trace) {
    timing
        .number(key)
        .map(JsonNumber::value)
        .ifPresent(took -> Exemplars.observe(histogram, took / MILLIS, trace));
  }
}
