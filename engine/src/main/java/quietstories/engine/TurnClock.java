package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelTiming;

/**
 * Takes the times of one turn. Each step ends where the next one begins, so the steps cover the
 * whole reply without a gap.
 */
final class TurnClock {

  private static final double NANOS_PER_MILLI = 1e6;

  private final TurnTime time;
  private final long origin;
  private final List<Span> spans = new ArrayList<>();
  private final List<ModelAnswer> calls = new ArrayList<>();
  private String step = "";
  private long stepStart;
  private OptionalLong verdict = OptionalLong.empty();
  private OptionalLong firstVisible = OptionalLong.empty();
  private OptionalLong committed = OptionalLong.empty();

  private record Span(
      String name, String kind, long start, long end, String parent, JsonObject attributes) {}

  TurnClock(TurnTime time) {
    this.time = time;
    this.origin = time.nanos();
    this.stepStart = origin;
  }

  /** Ends the current step and begins the next one. */
  void enter(String name) {
    long now = time.nanos();
    endStep(now);
    step = name;
    stepStart = now;
  }

  private void endStep(long now) {
    if (!step.isEmpty()) {
      String kind = step.equals("append") ? "store" : "step";
      spans.add(new Span(step, kind, stepStart, now, "turn", JsonObject.EMPTY));
    }
  }

  void verdictGiven() {
    verdict = OptionalLong.of(time.nanos());
  }

  void textShown() {
    if (firstVisible.isEmpty()) {
      firstVisible = OptionalLong.of(time.nanos());
    }
  }

  /** Adds the model calls of the step that runs now, as spans below it. */
  void modelCalls(List<ModelAnswer> answers, String model) {
    calls.addAll(answers);
    for (ModelAnswer answer : answers) {
      ModelTiming timing = answer.timing();
      spans.add(
          new Span(
              "model_call", "model", timing.start(), timing.end(), step, about(answer, model)));
    }
  }

  private static JsonObject about(ModelAnswer answer, String model) {
    ModelTiming timing = answer.timing();
    JsonObject.Builder about =
        JsonObject.builder()
            .put("model", model)
            .put("queue_ms", millis(timing.sent() - timing.start()))
            .put("finish", answer.finish().name().toLowerCase(java.util.Locale.ROOT));
    if (timing.firstToken().isPresent()) {
      long first = timing.firstToken().getAsLong();
      about.put("prefill_ms", millis(first - timing.sent()));
      about.put("generation_ms", millis(timing.end() - first));
    }
    put(about, "input_tokens", answer.usage().input());
    put(about, "cached_tokens", answer.usage().cached());
    put(about, "output_tokens", answer.usage().output());
    return about.build();
  }

  private static void put(JsonObject.Builder about, String name, OptionalInt value) {
    if (value.isPresent()) {
      about.put(name, value.getAsInt());
    }
  }

  /** Ends the last step: the turn is committed. */
  void commit() {
    long now = time.nanos();
    endStep(now);
    step = "";
    committed = OptionalLong.of(now);
  }

  /** Returns how long the turn has taken, to its commit if there was one, in nanoseconds. */
  long elapsed() {
    return committed.orElseGet(time::nanos) - origin;
  }

  TurnTiming timing() {
    OptionalLong firstToken =
        calls.stream()
            .map(call -> call.timing().firstToken())
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .findFirst();
    boolean asked = !calls.isEmpty();
    return new TurnTiming(
        since(verdict),
        since(firstToken),
        since(firstVisible),
        millis(elapsed()),
        calls.size(),
        asked ? OptionalDouble.of(millis(modelNanos())) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        tokens(answer -> answer.usage().input()),
        tokens(answer -> answer.usage().cached()),
        tokens(answer -> answer.usage().output()));
  }

  /** The calls of one turn follow each other, so their union is their sum. */
  private long modelNanos() {
    return calls.stream().mapToLong(c -> c.timing().end() - c.timing().start()).sum();
  }

  private OptionalInt tokens(Function<ModelAnswer, OptionalInt> count) {
    List<OptionalInt> known = calls.stream().map(count).filter(OptionalInt::isPresent).toList();
    return known.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(known.stream().mapToInt(OptionalInt::getAsInt).sum());
  }

  private OptionalDouble since(OptionalLong nanos) {
    return nanos.isPresent()
        ? OptionalDouble.of(millis(nanos.getAsLong() - origin))
        : OptionalDouble.empty();
  }

  /**
   * Returns {@code {"turn","spans","timing"}}, every start relative to the arrival of the input.
   */
  JsonObject timeline(int turn) {
    List<Json> all = new ArrayList<>();
    all.add(span(new Span("turn", "turn", origin, origin + elapsed(), "", JsonObject.EMPTY)));
    spans.forEach(span -> all.add(span(span)));
    return JsonObject.builder()
        .put("turn", turn)
        .put("spans", new JsonArray(all))
        .put("timing", timing().toJson())
        .build();
  }

  private Json span(Span span) {
    return JsonObject.builder()
        .put("name", span.name())
        .put("kind", span.kind())
        .put("start_ms", millis(span.start() - origin))
        .put("duration_ms", millis(span.end() - span.start()))
        .putText(
            "parent",
            span.parent().isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(span.parent()))
        .put("attributes", span.attributes())
        .build();
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1_000.0) * 1_000 / NANOS_PER_MILLI;
  }
}
