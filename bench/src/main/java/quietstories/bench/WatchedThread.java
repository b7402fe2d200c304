package quietstories.bench;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import quietstories.app.LogFormat;
import quietstories.app.LogSettings;
import quietstories.app.Logging;
import quietstories.engine.Derived;
import quietstories.engine.Measured;
import quietstories.engine.OperationType;
import quietstories.engine.Origin;
import quietstories.engine.Recording;
import quietstories.engine.Trail;
import quietstories.engine.TurnBudget;
import quietstories.engine.WatchedTurn;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.metrics.CallRecord;
import quietstories.metrics.ExposedModel;
import quietstories.metrics.Exposition;
import quietstories.metrics.LoggedTools;
import quietstories.metrics.MeasuredModel;
import quietstories.metrics.MeasuredTools;
import quietstories.metrics.Meter;
import quietstories.metrics.PerformanceLog;
import quietstories.metrics.Recordings;
import quietstories.metrics.Traces;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.Message;
import quietstories.model.ModelAbilities;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;
import quietstories.model.ModelTiming;
import quietstories.model.TokenUsage;
import quietstories.story.SessionId;
import quietstories.story.ToolAccess;
import quietstories.story.ToolFate;
import quietstories.story.ToolUse;
import quietstories.tools.ToolRun;

/**
 * What a turn leaves with those who watch, on one thread: one model call, two tools and the turn
 * itself. The model, the tools and the story take no time here; what remains is the watching.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@NullUnmarked // why: JMH makes the object first and sets it up later.
public class WatchedThread {

  /** So many turns leave fewer log lines than may wait. */
  static final int TURNS = 500;

  private static final SessionId SESSION = new SessionId("5f0c9f0e-3a51-4b56-9d2c-1f0c5a1b7e10");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String ANSWER = "The grass bends, and the stone is cold. ".repeat(15);
  private static final long FIRST_ID = 0x5a0000000000L;
  private static final int LINES_SETTLE_MS = 120;

  private Path folder;
  private Logging logging;
  private Traces traces;
  private Exposition exposition;
  private Meter meter;
  private Recording recording;
  private ChatModel model;
  private MeasuredTools tools;
  private LoggedTools toolLog;
  private ModelRequest request;
  private WatchedTurn turn;
  private long count;

  /** Opens what the program opens; the receiver of traces does not answer. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("quietstories-bench");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
    LogSettings settings =
        new LogSettings(folder, Level.INFO, Level.WARN, LogFormat.AUTO, Optional.empty(), 7, false);
    logging = Logging.open(settings, nowhere, CLOCK);
    traces = Traces.to(URI.create("http://127.0.0.1:1"), "0");
    exposition = new Exposition();
    meter = new Meter();
    TurnBudget budget = new TurnBudget(OptionalLong.empty());
    recording = new Recordings(List.of(meter, new PerformanceLog(), budget));
    ChatModel counted = new ExposedModel(new Ready(), exposition, System::nanoTime);
    ChatModel logged = new CallRecord(counted, System::nanoTime);
    model = new MeasuredModel(logged, recording, this::id, CLOCK, System::nanoTime);
    tools = new MeasuredTools(recording, this::id, CLOCK);
    toolLog = new LoggedTools(this::id);
    request = request();
    turn = turn();
  }

  /** Waits until the log's own thread has written what the turns before left. */
  @Setup(org.openjdk.jmh.annotations.Level.Invocation)
  public void settle() throws InterruptedException {
    Thread.sleep(LINES_SETTLE_MS);
  }

  /** Closes all, and fails if lines were dropped: to drop a line is cheaper than to keep it. */
  @TearDown
  public void close() throws IOException {
    long lost = logging.lost();
    logging.close();
    traces.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    if (lost > 0) {
      throw new IllegalStateException(lost + " log lines were dropped");
    }
  }

  private String id() {
    return Long.toHexString(FIRST_ID + count++);
  }

  /** Records the four operations of each turn in the exact distributions. */
  @Benchmark
  @OperationsPerInvocation(TURNS)
  public void recorded() {
    for (int i = 0; i < TURNS; i++) {
      meter.record(operation(OperationType.LLM_CALL, "agent_call_" + i, "small"));
      meter.record(operation(OperationType.TOOL_EXECUTION, "query_world_" + i, "query_world"));
      meter.record(operation(OperationType.TOOL_EXECUTION, "query_self_" + i, "query_self"));
      meter.record(operation(OperationType.TURN_PROCESSING, "turn_" + i, "The Meadow"));
    }
  }

  /** Records, logs, counts and traces each turn. */
  @Benchmark
  @OperationsPerInvocation(TURNS)
  public void watched() {
    try (Trail _ = Trail.begin("1f0c5a1b7e10", Optional.empty())) {
      Trail.session(SESSION.value());
      for (int i = 0; i < TURNS; i++) {
        new Origin(SESSION, i).during(this::play);
      }
    }
  }

  private void play() {
    var _ = model.ask(request, _ -> {}, new Cancellation());
    List<ToolRun> runs = List.of(run("query_world"), run("query_self"));
    tools.batch(runs);
    toolLog.batch(runs);
    recording.record(operation(OperationType.TURN_PROCESSING, "turn_" + id(), "The Meadow"));
    exposition.ended(turn);
    traces.ended(turn);
  }

  private static Measured operation(OperationType type, String id, String name) {
    boolean turn = type == OperationType.TURN_PROCESSING;
    return new Measured(
        type,
        id,
        name,
        Optional.of(SESSION),
        41_000_000,
        1.7e9,
        false,
        JsonObject.EMPTY,
        turn ? Map.of(Derived.OVERHEAD, 0.9, Derived.MODEL_CALLS_PER_TURN, 1.0) : Map.of());
  }

  private static ToolRun run(String name) {
    long end = System.nanoTime();
    ToolUse use = new ToolUse(name, ToolAccess.READ, JsonObject.EMPTY, "{}", 1, ToolFate.OK, 1);
    return new ToolRun(use, "call_" + name, end - 1_000_000, end, List.of(), Optional.empty());
  }

  private static ModelRequest request() {
    List<Message> messages =
        IntStream.range(0, 21)
            .mapToObj(i -> i % 2 == 0 ? Message.user(ANSWER) : Message.assistant(ANSWER))
            .toList();
    return ModelRequest.of("narrate", messages);
  }

  private static WatchedTurn turn() {
    List<JsonObject> spans =
        Stream.of("read", "rules", "recall", "prompt", "narrate", "outcome", "append")
            .map(name -> span(name, "step"))
            .toList();
    JsonArray all =
        new JsonArray(
            Stream.concat(
                    spans.stream(),
                    Stream.of(
                        span("turn", "turn"),
                        span("narrate 1", "model"),
                        span("query_world", "tool")))
                .<Json>map(span -> span)
                .toList());
    JsonObject timing = JsonObject.builder().put("reply_ms", 41.0).put("overhead_ms", 0.9).build();
    return new WatchedTurn(
        SESSION,
        7,
        "The Meadow",
        Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
        Optional.empty(),
        Instant.EPOCH,
        Optional.of(Duration.ofSeconds(20)),
        false,
        JsonObject.of("timing", timing).with("spans", all));
  }

  private static JsonObject span(String name, String kind) {
    return JsonObject.builder()
        .put("name", name)
        .put("kind", kind)
        .put("start_ms", 0.1)
        .put("duration_ms", 0.2)
        .put("attributes", JsonObject.EMPTY)
        .build();
  }

  /** A model that has its answer ready. */
  private static final class Ready implements ChatModel {

    @Override
    public ModelIdentity identity() {
      return new ModelIdentity("openai", "small", ModelAbilities.PLAIN, true);
    }

    @Override
    public ModelAnswer ask(
        ModelRequest request, ModelListener listener, Cancellation cancellation) {
      long now = System.nanoTime();
      return new ModelAnswer(
          ANSWER,
          List.of(),
          ModelAnswer.Finish.STOP,
          new TokenUsage(OptionalInt.of(3_000), OptionalInt.of(2_800), OptionalInt.of(150)),
          new ModelTiming(now, now, OptionalLong.of(now), now));
    }
  }
}
