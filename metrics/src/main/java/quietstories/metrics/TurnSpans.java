package quietstories.metrics;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import quietstories.engine.WatchedTurn;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/** Turns a timeline into the spans of one trace. */
final class TurnSpans {

  private static final String TURN = "turn";
  private static final double NANOS_PER_MILLI = 1e6;

  private final RandomGenerator random;
  private final Resource resource;

  /**
   * Creates a writer of spans.
   *
   * @param random gives the ids of spans
   * @param resource who sends them
   */
  TurnSpans(RandomGenerator random, Resource resource) {
    this.random = random;
    this.resource = resource;
  }

  /** Returns the turn's span and below it all others; a span's parent is named in the timeline. */
  List<SpanData> of(WatchedTurn turn) {
    String trace = turn.traceId().orElseGet(() -> id() + id());
    SpanContext above =
        turn.parentSpan()
            .map(
                span ->
                    SpanContext.createFromRemoteParent(
                        trace, span, TraceFlags.getSampled(), TraceState.getDefault()))
            .orElse(SpanContext.getInvalid());
    List<JsonObject> spans =
        turn.timeline().array("spans").orElse(JsonArray.EMPTY).objects().toList();
    List<SpanContext> contexts = spans.stream().map(_ -> context(trace)).toList();
    Map<String, SpanContext> named = new HashMap<>();
    for (int i = 0; i < spans.size(); i++) {
      named.putIfAbsent(spans.get(i).text("name").orElse(""), contexts.get(i));
    }
    List<SpanData> all = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Optional<String> parent = spans.get(i).text("parent");
      all.add(
          span(
              turn,
              spans.get(i),
              contexts.get(i),
              parent.map(name -> named.getOrDefault(name, above)).orElse(above)));
    }
    return all;
  }

  private SpanContext context(String trace) {
    return SpanContext.create(trace, id(), TraceFlags.getSampled(), TraceState.getDefault());
  }

  private String id() {
    // why: all zeros is no id.
    return HexFormat.of().toHexDigits(random.nextLong() | 1);
  }

  private EndedSpan span(WatchedTurn turn, JsonObject span, SpanContext own, SpanContext parent) {
    String name = span.text("name").orElse("");
    String kind = span.text("kind").orElse("");
    JsonObject attributes = span.object("attributes").orElse(JsonObject.EMPTY);
    boolean whole = kind.equals(TURN);
    long start = epochNanos(turn.arrival()) + nanos(span, "start_ms");
    return new EndedSpan(
        shown(kind, name, attributes),
        kind.equals("model") ? SpanKind.CLIENT : SpanKind.INTERNAL,
        own,
        parent,
        whole && turn.failed() ? StatusData.error() : StatusData.unset(),
        start,
        start + nanos(span, "duration_ms"),
        SpanAttributes.of(kind, name, whole ? about(turn, attributes) : attributes),
        resource);
  }

  private static String shown(String kind, String name, JsonObject attributes) {
    return switch (kind) {
      case "model" -> attributes.text("model").map(model -> "chat " + model).orElse("chat");
      case "tool" -> "execute_tool " + name;
      default -> name;
    };
  }

  private static JsonObject about(WatchedTurn turn, JsonObject attributes) {
    return attributes
        .with("session_id", Json.of(turn.session().value()))
        .with("turn", Json.of(turn.number()))
        .with("scenario", Json.of(turn.scenario()))
        .with("failed", Json.of(turn.failed()));
  }

  private static long nanos(JsonObject span, String key) {
    double millis = span.number(key).map(JsonNumber::value).orElse(0.0);
    return Math.round(millis * NANOS_PER_MILLI);
  }

  private static long epochNanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }
}
