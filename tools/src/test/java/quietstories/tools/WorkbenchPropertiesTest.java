package quietstories.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import quietstories.json.JsonObject;
import quietstories.model.ToolCall;
import quietstories.rules.Admission;
import quietstories.story.Roll;
import quietstories.story.ToolAccess;
import quietstories.story.ToolFate;

/** Running at once comes to the same as running one after another. */
class WorkbenchPropertiesTest {

  private static final ToolLimits AT_ONCE = new ToolLimits(4, Duration.ofSeconds(60), true);
  private static final ToolLimits ALONE = new ToolLimits(1, Duration.ofSeconds(60), false);

  /** What a list of calls came to. */
  private record Came(
      List<String> results, List<ToolFate> fates, List<Roll> rolls, Admission admission) {}

  @Property(tries = 200)
  void atOnceComesToTheSameAsOneAfterAnother(@ForAll("calls") List<ToolCall> calls) {
    Came together = together(calls);
    Came alone = oneAfterAnother(calls);

    assertThat(together.results()).isEqualTo(alone.results());
    assertThat(together.fates()).isEqualTo(alone.fates());
    assertThat(together.rolls()).isEqualTo(alone.rolls());
    assertThat(together.admission()).isEqualTo(alone.admission());
  }

  private static Came together(List<ToolCall> calls) {
    try (Workbench bench = Mill.bench(box(), AT_ONCE, ToolListener.NONE)) {
      calls.forEach(bench::call);
      return came(bench.finish(_ -> {}), bench);
    }
  }

  private static Came oneAfterAnother(List<ToolCall> calls) {
    try (Workbench bench = Mill.bench(box(), ALONE, ToolListener.NONE)) {
      List<ToolRun> runs = new ArrayList<>();
      for (ToolCall call : calls) {
        bench.call(call);
        runs.addAll(bench.finish(_ -> {}));
      }
      return came(runs, bench);
    }
  }

  private static Came came(List<ToolRun> runs, Workbench bench) {
    return new Came(
        runs.stream().map(run -> run.use().result()).toList(),
        runs.stream()
            .map(run -> run.use().fate() == ToolFate.MEMOISED ? ToolFate.OK : run.use().fate())
            .toList(),
        runs.stream().flatMap(run -> run.rolls().stream()).distinct().toList(),
        bench.admit(List.of()));
  }

  /** The story's tools, each of them slow by chance, and one that sometimes fails. */
  private static Toolbox box() {
    List<Tool> tools = new ArrayList<>();
    Toolbox.storyTools().forEach(tool -> tools.add(new Dawdling(tool)));
    tools.add(
        new HandMade(
            "moody",
            ToolAccess.READ,
            (context, arguments) -> {
              dawdle(arguments.hashCode());
              if (arguments.integer("n").orElse(0) % 2 == 1) {
                throw new IllegalStateException("not today");
              }
              return new ToolResult.Told(context.situation().state().write());
            }));
    return Toolbox.of(tools);
  }

  private static void dawdle(int much) {
    for (int i = 0; i < Math.floorMod(much, 40); i++) {
      Thread.onSpinWait();
    }
  }

  private record Dawdling(Tool tool) implements Tool {

    @Override
    public quietstories.model.ToolSpec spec() {
      return tool.spec();
    }

    @Override
    public ToolAccess access() {
      return tool.access();
    }

    @Override
    public ToolResult run(ToolContext context, JsonObject arguments) {
      dawdle(System.identityHashCode(arguments));
      ToolResult result = tool.run(context, arguments);
      dawdle(arguments.hashCode());
      return result;
    }

    @Override
    public java.util.Optional<String> looksAt(JsonObject arguments) {
      return tool.looksAt(arguments);
    }
  }

  @Provide
  Arbitrary<List<ToolCall>> calls() {
    Arbitrary<String> paths =
        Arbitraries.of("player.gold", "state.player.gold", "player.mood", "wheel", "world.weather");
    Arbitrary<String> values = Arbitraries.of("1", "5", "\"calm\"", "\"mad\"", "null", "{\"a\":1}");
    Arbitrary<ToolCall> reads =
        Combinators.combine(
                Arbitraries.of("read_state", "stateful_read", "read_state_cached"), paths)
            .as((name, path) -> Mill.call(name, Mill.path(path)));
    Arbitrary<ToolCall> writes =
        Combinators.combine(Arbitraries.of("set", "inc", "push", "pop", "oops"), paths, values)
            .as(
                (op, path, value) ->
                    Mill.call(
                        "update_state",
                        "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}".formatted(op, path, value)));
    Arbitrary<ToolCall> others =
        Arbitraries.of(
            Mill.call("update_world", "{\"weather\":\"rain\"}"),
            Mill.call("take_action", "{\"action_id\":\"push\"}"),
            Mill.call("take_action", "{\"action_id\":\"leave\"}"),
            Mill.call("roll", "{\"kind\":\"d6\",\"difficulty\":3}"),
            Mill.call("create_character", "{\"id\":\"x\",\"entity_type\":\"npc\",\"name\":\"X\"}"),
            Mill.call("moody", "{\"n\":1}"),
            Mill.call("moody", "{\"n\":2}"),
            Mill.call("no_such_tool", "{}"),
            Mill.call("read_state", "garbled"));
    return Arbitraries.oneOf(reads, writes, others).list().ofMinSize(1).ofMaxSize(15);
  }
}
