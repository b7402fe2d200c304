package quietstories.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import quietstories.engine.Intervals.Interval;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelAnswer;

/**
 * Takes the times of one turn. Each step ends where the next one begins, so the steps cover the
 * whole reply without a gap. Safe for use by many threads: tools end on threads of their own.
 */
final class TurnClock {

  private static final String TURN = "turn";
  private static final String STORE = "append";

  private final TurnTime time;
  private final long origin;
  private final Instant began;
  private final List<Span> spans = new ArrayList<>();
  private final List<ModelAnswer> calls = new ArrayList<>();
  private String step = "";
  private long stepStart;
  private JsonObject stepAbout = JsonObject.EMPTY;
  private JsonObject promptAbout = JsonObject.EMPTY;
  private OptionalLong verdict = OptionalLong.empty();
  private OptionalLong firstVisible = OptionalLong.empty();
  private OptionalLong committed = OptionalLong.empty();

  TurnClock(TurnTime time) {
    this.time = time;
    this.began = time.now();
    this.origin = time.nanos();
    this.stepStart = origin;
  }

  /** Returns when the turn's input arrived, by the wall's clock. */
  Instant began() {
    return began;
  }

  /** Ends the current step and begins the next one. */
  synchronized void enter(String name) {
    long now = spans.isEmpty() && step.isEmpty() ? origin : time.nanos();
    endStep(now);
    step = name;
    stepStart = now;
    stepAbout = JsonObject.EMPTY;
  }

  /** Notes something about the step that runs now. */
  synchronized void about(String name, Json value) {
    stepAbout = stepAbout.with(name, value);
  }

  private void endStep(long now) {
    if (!step.isEmpty()) {
      Span.Kind kind = step.equals(STORE) ? Span.Kind.STORE : Span.Kind.STEP;
      spans.add(new Span(step, kind, stepStart, now, Optional.of(TURN), stepAbout));
    }
  }

  synchronized void verdictGiven() {
    verdict = OptionalLong.of(time.nanos());
  }

  synchronized void textShown() {
    if (firstVisible.isEmpty()) {
      firstVisible = OptionalLong.of(time.nanos());
    }
  }

  /** Returns when the input arrived, in nanoseconds of this clock. */
  long origin() {
    return origin;
  }

  /** Says of the prompt that the model calls to come are sent how much of it was sent before. */
  synchronized void prompt(JsonObject about) {
    promptAbout = about;
  }

  /** Adds the model calls of the step that runs now, as spans below it. */
  synchronized void modelCalls(List<ModelAnswer> answers, String model) {
    for (ModelAnswer answer : answers) {
      calls.add(answer);
      JsonObject about =
          JsonObject.of("model", Json.of(model)).merge(CallReport.of(answer)).merge(promptAbout);
      promptAbout = JsonObject.EMPTY;
      add("model_call", Span.Kind.MODEL, answer.timing().start(), answer.timing().end(), about);
    }
  }

  /**
   * Adds a tool's run to the step that runs now, as a span below it.
   *
   * @param start by {@link System#nanoTime}, as {@code end}
   */
  synchronized void toolCall(String name, long start, long end, JsonObject attributes) {
    add(name, Span.Kind.TOOL, start, end, attributes);
  }

  private void add(String name, Span.Kind kind, long start, long end, JsonObject attributes) {
    Optional<String> parent = Optional.of(step.isEmpty() ? TURN : step);
    spans.add(new Span(name, kind, start, Math.max(start, end), parent, attributes));
  }

  /** Ends the last step: the turn is committed. */
  synchronized void commit() {
    long now = time.nanos();
    endStep(now);
    step = "";
    committed = OptionalLong.of(now);
  }

  /** Returns how long the turn has taken, to its commit if there was one, in nanoseconds. */
  synchronized long elapsed() {
    return committed.orElseGet(time::nanos) - origin;
  }

  synchronized TurnTiming timing() {
    Intervals models = spent(Span.Kind.MODEL);
    Intervals tools = spent(Span.Kind.TOOL);
    long reply = elapsed();
    OptionalLong firstToken =
        calls.stream()
            .map(call -> call.timing().firstToken())
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .min();
    long busy = models.and(tools).within(origin, origin + reply).union();
    return new TurnTiming(
        since(verdict),
        since(firstToken),
        since(firstVisible),
        Span.millis(reply),
        calls.size(),
        union(models),
        union(tools),
        Span.millis(Math.max(0, reply - busy)),
        tokens(answer -> answer.usage().input()),
        tokens(answer -> answer.usage().cached()),
        tokens(answer -> answer.usage().output()));
  }

  /** Returns the further numbers of the turn, those that it has. */
  synchronized Map<Derived, Double> derived() {
    TurnTiming timing = timing();
    Map<Derived, Double> numbers = new EnumMap<>(Derived.class);
    put(numbers, Derived.TIME_TO_FIRST_VISIBLE_TEXT, timing.firstVisibleText());
    put(numbers, Derived.TIME_TO_VERDICT, timing.verdict());
    put(numbers, Derived.CACHED_TOKEN_SHARE, cachedShare());
    numbers.put(Derived.OVERHEAD, timing.overheadMs());
    numbers.put(Derived.MODEL_CALLS_PER_TURN, (double) calls.size());
    Intervals tools = spent(Span.Kind.TOOL);
    if (tools.union() > 0) {
      numbers.put(Derived.TOOL_PARALLELISM, (double) tools.sum() / tools.union());
    }
    return numbers;
  }

  private static void put(Map<Derived, Double> numbers, Derived number, OptionalDouble value) {
    if (value.isPresent()) {
      numbers.put(number, value.getAsDouble());
    }
  }

  /** Only calls that report both numbers tell anything about a cache. */
  private OptionalDouble cachedShare() {
    long input = 0;
    long cached = 0;
    for (ModelAnswer call : calls) {
      if (call.usage().input().isPresent() && call.usage().cached().isPresent()) {
        input += call.usage().input().getAsInt();
        cached += call.usage().cached().getAsInt();
      }
    }
    return input == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cached / input);
  }

  private Intervals spent(Span.Kind kind) {
    return new Intervals(
        spans.stream()
            .filter(span -> span.kind() == kind)
            .map(span -> new Interval(span.start(), span.end()))
            .toList());
  }

  private static OptionalDouble union(Intervals intervals) {
    return intervals.all().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Span.millis(intervals.union()));
  }

  private OptionalInt tokens(Function<ModelAnswer, OptionalInt> count) {
    List<OptionalInt> known = calls.stream().map(count).filter(OptionalInt::isPresent).toList();
    return known.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(known.stream().mapToInt(OptionalInt::getAsInt).sum());
  }

  private OptionalDouble since(OptionalLong nanos) {
    return nanos.isPresent()
        ? OptionalDouble.of(Span.millis(nanos.getAsLong() - origin))
        : OptionalDouble.empty();
  }

  /**
   * Returns {@code {"turn","spans","timing"}}, every start relative to the arrival of the input.
   */
  synchronized JsonObject timeline(int turn) {
    List<Json> all = new ArrayList<>();
    Span whole =
        new Span(
            TURN, Span.Kind.TURN, origin, origin + elapsed(), Optional.empty(), JsonObject.EMPTY);
    all.add(whole.toJson(origin));
    spans.forEach(span -> all.add(span.toJson(origin)));
    return JsonObject.builder()
        .put("turn", turn)
        .put("spans", new JsonArray(all))
        .put("timing", timing().toJson())
        .build();
  }
}
