package quietstories.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.model.ToolCall;
import quietstories.rules.Admission;
import quietstories.rules.Situation;
import quietstories.story.HiddenMemory;
import quietstories.story.StateChange;
import quietstories.story.ToolAccess;
import quietstories.story.ToolFate;
import quietstories.story.ToolUse;

/**
 * Runs the tools of one turn. Its results are those of running every call one after another; only
 * the time that they take is another.
 *
 * <p>A read starts the moment it is called, at the same time as other reads, on the situation that
 * the writes called before it leave; it waits for those alone. Writes run one after another in the
 * order of their calls, and the rules admit or refuse at once what each of them wishes for.
 *
 * <p>One thread calls, which is the one that plays the turn; {@link #stop} is for any thread.
 */
public final class Workbench implements AutoCloseable {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Toolbox toolbox;
  private final ToolLimits limits;
  private final ToolScene scene;
  private final ToolListener listener;
  private final LongSupplier ticker;
  private final Supervisor supervisor;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Key, CompletableFuture<Finding>> known = new HashMap<>();
  private final Map<JsonPath, Look> looks = new HashMap<>();
  private final List<CompletableFuture<ToolRun>> pending = new ArrayList<>();
  private final BlockingQueue<ToolRun> ended = new LinkedBlockingQueue<>();
  private final List<HiddenMemory> memories = new ArrayList<>();
  private Minds minds;
  private CompletableFuture<Standing> latest;
  private int writes;
  private int round = 1;
  private int heard;

  /** Two reads with one key show the same. */
  private record Key(String tool, JsonObject arguments, int writes, Optional<Integer> lastLook) {}

  /** How the story stands between two writes. */
  private record Standing(Situation situation, Minds minds) {}

  /** Where in the order of writes a place was looked at, and what it was looked at in. */
  private record Look(int writes, CompletableFuture<Standing> view) {}

  private record Job(String name, ToolAccess access, ToolCall call, Arguments arguments) {}

  /** Creates the workbench of a turn; {@code ticker} is a monotonic clock in nanoseconds. */
  public Workbench(
      Toolbox toolbox,
      ToolLimits limits,
      ToolScene scene,
      ToolListener listener,
      LongSupplier ticker) {
    this.toolbox = toolbox;
    this.limits = limits;
    this.scene = scene;
    this.listener = listener;
    this.ticker = ticker;
    this.supervisor = new Supervisor(limits, ticker);
    this.minds = scene.minds();
    this.latest = CompletableFuture.completedFuture(new Standing(scene.gate().situation(), minds));
  }

  /** Returns the names of all tools, sorted. */
  public List<String> toolNames() {
    return toolbox.tools().stream().map(tool -> tool.spec().name()).toList();
  }

  /** Begins a call and returns at once. */
  public Called call(ToolCall call) {
    Optional<Tool> tool = toolbox.tool(call.name());
    JsonObject schema = tool.map(known -> known.spec().parameters()).orElse(JsonObject.EMPTY);
    Job job =
        new Job(
            tool.map(known -> known.spec().name()).orElse(call.name()),
            tool.map(Tool::access).orElse(ToolAccess.READ),
            call,
            Arguments.read(call.arguments(), schema));
    listener.started(job.name(), job.access());
    int asked = round;
    pending.add(
        begin(job, tool)
            .handle((finding, fault) -> end(job, asked, fault == null ? finding : broken(fault))));
    return new Called(job.name(), job.access());
  }

  private CompletableFuture<Finding> begin(Job job, Optional<Tool> tool) {
    if (tool.isEmpty()) {
      return told(ToolFate.UNKNOWN, toolbox.unknown(job.name()));
    }
    if (!job.arguments().problems().isEmpty()) {
      String problems = String.join("; ", job.arguments().problems());
      return told(ToolFate.FAILED, job.name() + " cannot be called so: " + problems + ".");
    }
    try {
      return switch (job.access()) {
        case READ -> read(job, tool.get());
        case WRITE -> write(job, tool.get());
      };
    } catch (RejectedExecutionException stopped) {
      return told(ToolFate.FAILED, job.name() + " was stopped with its turn.");
    }
  }

  private Finding broken(Throwable fault) {
    long now = ticker.getAsLong();
    return new Finding(
        ToolFate.FAILED, "The call failed.", List.of(), Optional.of(fault), now, now);
  }

  private CompletableFuture<Finding> told(ToolFate fate, String text) {
    return CompletableFuture.completedFuture(new Finding(fate, text, ticker.getAsLong()));
  }

  private CompletableFuture<Finding> read(Job job, Tool tool) {
    Optional<JsonPath> place = tool.looksAt(job.arguments().values()).map(JsonPath::parse);
    Optional<Look> last = place.flatMap(this::lastLook);
    JsonObject arguments = job.arguments().values();
    Optional<Integer> lastWrites = last.filter(_ -> tool.looksBack()).map(Look::writes);
    Key key = new Key(job.name(), arguments, writes, lastWrites);
    CompletableFuture<Standing> view = latest;
    place.ifPresent(path -> looks.put(plain(path), new Look(writes, view)));
    CompletableFuture<Finding> first = known.get(key);
    if (first != null && limits.memoise()) {
      return first.thenApply(finding -> finding.again(ticker.getAsLong()));
    }
    Map<JsonPath, Look> before = tool.looksBack() ? looksBefore(place, last) : Map.of();
    CompletableFuture<Finding> finding =
        CompletableFuture.supplyAsync(
            () -> look(tool, context(view.join(), before), arguments), threads);
    known.put(key, finding);
    return finding;
  }

  private Map<JsonPath, Look> looksBefore(Optional<JsonPath> place, Optional<Look> last) {
    Map<JsonPath, Look> before = new HashMap<>(looks);
    place.ifPresent(path -> before.remove(plain(path)));
    place.ifPresent(path -> last.ifPresent(look -> before.put(plain(path), look)));
    return before;
  }

  private Optional<Look> lastLook(JsonPath path) {
    return Optional.ofNullable(looks.get(plain(path)));
  }

  /** The prefix {@code state} names the same place with and without it. */
  private JsonPath plain(JsonPath path) {
    return path.within(scene.rules().spec().state());
  }

  private ToolContext context(Standing standing, Map<JsonPath, Look> before) {
    Function<JsonPath, Optional<Sighting>> lastSeen =
        path ->
            Optional.ofNullable(before.get(plain(path)))
                .map(look -> new Sighting(look.view().join().situation().state().at(plain(path))))
                .or(() -> scene.seenEarlier().apply(plain(path)));
    return new ToolContext(
        scene.rules(),
        standing.situation(),
        scene.pointOfView(),
        standing.minds(),
        scene.dice(),
        lastSeen);
  }

  private Finding look(Tool tool, ToolContext context, JsonObject arguments) {
    return switch (supervisor.run(tool, context, arguments)) {
      case Supervisor.Run.Broken broken -> finding(broken);
      case Supervisor.Run.Ended(ToolResult.Told(String text, var rolls), long start) ->
          new Finding(ToolFate.OK, text, rolls, Optional.empty(), start, ticker.getAsLong());
      case Supervisor.Run.Ended(ToolResult.Failed(String reason), long start) ->
          finding(ToolFate.FAILED, reason, start);
      case Supervisor.Run.Ended(ToolResult.Wished _, long start) ->
          finding(ToolFate.FAILED, tool.spec().name() + " may only read.", start);
    };
  }

  private CompletableFuture<Finding> write(Job job, Tool tool) {
    CompletableFuture<Standing> before = latest;
    Map<JsonPath, Look> seen = Map.copyOf(looks);
    CompletableFuture<Finding> finding =
        CompletableFuture.supplyAsync(
            () -> wish(tool, context(before.join(), seen), job.arguments().values()), threads);
    latest = finding.handle((_, _) -> new Standing(scene.gate().situation(), minds));
    writes++;
    return finding;
  }

  /** Only the write that is next in order comes here, so nobody else is at the gate. */
  private Finding wish(Tool tool, ToolContext context, JsonObject arguments) {
    return switch (supervisor.run(tool, context, arguments)) {
      case Supervisor.Run.Broken broken -> finding(broken);
      case Supervisor.Run.Ended(ToolResult.Wished wished, long start) -> admit(wished, start);
      case Supervisor.Run.Ended(ToolResult.Failed(String reason), long start) ->
          finding(ToolFate.FAILED, reason, start);
      case Supervisor.Run.Ended(ToolResult.Told(String text, var rolls), long start) ->
          new Finding(ToolFate.OK, text, rolls, Optional.empty(), start, ticker.getAsLong());
    };
  }

  private Finding admit(ToolResult.Wished wished, long start) {
    Admitting admitting = new Admitting(scene.gate(), scene.dice());
    wished.wishes().forEach(admitting::admit);
    memories.addAll(admitting.memories());
    minds = minds.after(admitting.memories(), scene.gate().situation().entities());
    return new Finding(
        admitting.fate(),
        admitting.words(wished.done()),
        admitting.rolls(),
        Optional.empty(),
        start,
        ticker.getAsLong());
  }

  private Finding finding(Supervisor.Run.Broken broken) {
    return new Finding(
        broken.fate(),
        broken.text(),
        List.of(),
        broken.fault(),
        broken.start(),
        ticker.getAsLong());
  }

  private Finding finding(ToolFate fate, String text, long start) {
    return new Finding(fate, text, List.of(), Optional.empty(), start, ticker.getAsLong());
  }

  private ToolRun end(Job job, int asked, Finding finding) {
    double millis =
        Math.round((finding.end() - finding.start()) / 1_000.0) * 1_000 / NANOS_PER_MILLI;
    ToolUse use =
        new ToolUse(
            job.name(),
            job.access(),
            job.arguments().given(),
            finding.text(),
            millis,
            finding.fate(),
            asked);
    ToolRun run =
        new ToolRun(
            use, job.call().id(), finding.start(), finding.end(), finding.rolls(), finding.fault());
    listener.ended(run);
    ended.add(run);
    return run;
  }

  /** Hands over the calls that have ended since the last time, without waiting for more. */
  public void ended(Consumer<ToolRun> audience) {
    for (ToolRun run = ended.poll(); run != null; run = ended.poll()) {
      heard++;
      audience.accept(run);
    }
  }

  /**
   * Waits for every call of this answer, handing each over as it ends, and returns them in the
   * order in which they were called. The next call belongs to the next answer.
   *
   * @throws IllegalStateException if the thread is interrupted
   */
  public List<ToolRun> finish(Consumer<ToolRun> audience) {
    try {
      while (heard < pending.size()) {
        ToolRun run = ended.take();
        heard++;
        audience.accept(run);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while tools ran", e);
    }
    return batch();
  }

  private List<ToolRun> batch() {
    List<ToolRun> runs = pending.stream().map(CompletableFuture::join).toList();
    pending.clear();
    heard = 0;
    round++;
    if (!runs.isEmpty()) {
      listener.batch(runs);
    }
    return runs;
  }

  /** Returns whether calls of this answer are still running. */
  public boolean isBusy() {
    return pending.stream().anyMatch(run -> !run.isDone());
  }

  /** Returns what somebody shall remember, in the order in which it was called. */
  public List<HiddenMemory> remembered() {
    return List.copyOf(memories);
  }

  /**
   * Puts the narrator's remaining proposals before the rules and returns what became of them and of
   * everything that tools wished for. To be called when no call is running.
   */
  public Admission admit(List<StateChange> proposals) {
    proposals.forEach(scene.gate()::propose);
    return scene.gate().admission();
  }

  /** Gives up every call that is running. */
  public void stop() {
    threads.shutdownNow();
  }

  /** Gives up what is running and waits until it has ended. */
  @Override
  public void close() {
    stop();
    threads.close();
    ended.clear();
    batch();
  }
}
