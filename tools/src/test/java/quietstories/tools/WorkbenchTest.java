package quietstories.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.Json;
import quietstories.story.Operation;
import quietstories.story.StateChange;
import quietstories.story.ToolAccess;
import quietstories.story.ToolFate;

/** How calls run, whatever the tools are. */
class WorkbenchTest {

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HandMade reading(String name, Runnable work) {
    return new HandMade(
        name,
        ToolAccess.READ,
        (_, arguments) -> {
          work.run();
          return new ToolResult.Told(name + " " + arguments.write());
        });
  }

  @Test
  void readsRunAtTheSameTimeAndTheirResultsStandInTheOrderOfTheCalls() {
    CyclicBarrier allThree = new CyclicBarrier(3);
    Toolbox box = Toolbox.of(List.of(reading("look", () -> await(allThree))));
    try (Workbench bench = Mill.bench(box, ToolLimits.USUAL, ToolListener.NONE)) {
      for (int i = 0; i < 3; i++) {
        bench.call(Mill.call("look", "{\"i\":" + i + "}"));
      }
      assertThat(bench.finish(_ -> {}).stream().map(run -> run.use().result()))
          .containsExactly("look {\"i\":0}", "look {\"i\":1}", "look {\"i\":2}");
    }
  }

  @Test
  void neverMoreRunAtOnceThanAreAllowed() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Toolbox box =
        Toolbox.of(
            List.of(
                reading(
                    "look",
                    () -> {
                      most.accumulateAndGet(now.incrementAndGet(), Math::max);
                      for (int i = 0; i < 50; i++) {
                        Thread.onSpinWait();
                      }
                      now.decrementAndGet();
                    })));
    ToolLimits two = new ToolLimits(2, Duration.ofSeconds(20), true);
    try (Workbench bench = Mill.bench(box, two, ToolListener.NONE)) {
      for (int i = 0; i < 30; i++) {
        bench.call(Mill.call("look", "{\"i\":" + i + "}"));
      }
      assertThat(bench.finish(_ -> {})).hasSize(30);
    }
    assertThat(most).hasValueLessThanOrEqualTo(2);
  }

  @Test
  void theSameReadRunsOnceAndIsAnsweredEachTime() {
    AtomicInteger runs = new AtomicInteger();
    Toolbox box = Toolbox.of(List.of(reading("look", runs::incrementAndGet)));
    try (Workbench bench = Mill.bench(box, ToolLimits.USUAL, ToolListener.NONE)) {
      bench.call(Mill.call("look", "{\"a\":1,\"b\":2}"));
      bench.call(Mill.call("look", "{\"b\":2,\"a\":1}"));
      assertThat(Mill.counted(bench.finish(_ -> {})))
          .containsEntry("ok", 1)
          .containsEntry("memoised", 1);
    }
    assertThat(runs).hasValue(1);
  }

  @Test
  void withoutCachingNothingIsUsedAgain() {
    AtomicInteger runs = new AtomicInteger();
    Toolbox box = Toolbox.of(List.of(reading("look", runs::incrementAndGet)));
    try (Workbench bench =
        Mill.bench(box, ToolLimits.USUAL.withMemoise(false), ToolListener.NONE)) {
      bench.call(Mill.call("look", "{}"));
      bench.call(Mill.call("look", "{}"));
      bench.finish(_ -> {});
    }
    assertThat(runs).hasValue(2);
  }

  @Test
  void aReadAfterAWriteWaitsForItAndSeesIt() {
    CountDownLatch mayWrite = new CountDownLatch(1);
    HandMade slow =
        new HandMade(
            "slow_write",
            ToolAccess.WRITE,
            (_, _) -> {
              await(mayWrite);
              return new ToolResult.Wished(
                  List.of(
                      new Wish.Change(new StateChange(Operation.SET, "player.gold", Json.of(9)))),
                  "Done");
            });
    List<Tool> tools = new ArrayList<>(Toolbox.storyTools());
    tools.add(slow);
    try (Workbench bench = Mill.bench(Toolbox.of(tools), ToolLimits.USUAL, ToolListener.NONE)) {
      bench.call(Mill.call("read_state", Mill.path("player.gold")));
      bench.call(Mill.call("slow_write", ""));
      bench.call(Mill.call("read_state", Mill.path("player.gold")));
      mayWrite.countDown();
      assertThat(bench.finish(_ -> {}).stream().map(run -> run.use().result()))
          .containsExactly("player.gold = 5", "Done.", "player.gold = 9");
    }
  }

  @Test
  void aToolThatTakesTooLongIsGivenUpAndLeavesNothing() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    HandMade stuck =
        new HandMade(
            "stuck",
            ToolAccess.WRITE,
            (_, _) -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              return new ToolResult.Wished(
                  List.of(
                      new Wish.Change(new StateChange(Operation.SET, "player.gold", Json.of(0)))),
                  "Done");
            });
    List<Tool> tools = new ArrayList<>(Toolbox.storyTools());
    tools.add(stuck);
    ToolLimits short_ = new ToolLimits(10, Duration.ofMillis(30), true);
    try (Workbench bench = Mill.bench(Toolbox.of(tools), short_, ToolListener.NONE)) {
      ToolRun run = Mill.run(bench, "stuck", "{}");
      assertThat(run.use().fate()).isEqualTo(ToolFate.TIMED_OUT);
      assertThat(run.use().result()).contains("30 ms");
      await(interrupted);
      assertThat(bench.admit(List.of()).admitted()).isEmpty();
    }
  }

  @Test
  void aToolThatThrowsIsATextForTheModelAndACauseForTheLog() {
    HandMade broken =
        new HandMade(
            "broken",
            ToolAccess.READ,
            (_, _) -> {
              throw new IllegalStateException("secret inner words");
            });
    try (Workbench bench =
        Mill.bench(Toolbox.of(List.of(broken)), ToolLimits.USUAL, ToolListener.NONE)) {
      ToolRun run = Mill.run(bench, "broken", "{}");
      assertThat(run.use().fate()).isEqualTo(ToolFate.FAILED);
      assertThat(run.use().result()).doesNotContain("secret");
      assertThat(run.fault()).containsInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theWordErrorInAResultMeansNothingL14() {
    HandMade tale =
        new HandMade(
            "tale", ToolAccess.READ, (_, _) -> new ToolResult.Told("error: a terror from the sea"));
    try (Workbench bench =
        Mill.bench(Toolbox.of(List.of(tale)), ToolLimits.USUAL, ToolListener.NONE)) {
      assertThat(Mill.run(bench, "tale", "{}").use().fate()).isEqualTo(ToolFate.OK);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "read_sate    | {\"path\":\"a\"}              | UNKNOWN | did you mean 'read_state'?",
        "read_state   | {}                            | FAILED  | 'path' is missing",
        "read_state   | {\"pth\":\"a\"}               | FAILED  | did you mean 'path'?",
        "read_state   | {\"path\":7}                  | FAILED  | must be of type string",
        "read_state   | no json                       | FAILED  | no readable JSON object",
        "read_state   | [1]                           | FAILED  | must be a JSON object",
        "update_state | {\"op\":\"sett\",\"path\":\"a\",\"value\":1} | FAILED | did you mean 'set'?",
        "roll         | {\"kind\":\"d20\",\"difficulty\":5000} | FAILED | from -1000 to 1000",
      })
  void whatCannotBeCalledIsAnsweredWithWhatWouldBeRight(
      String name, String arguments, ToolFate fate, String words) {
    try (Workbench bench = Mill.bench()) {
      ToolRun run = Mill.run(bench, name, arguments);
      assertThat(run.use().fate()).isEqualTo(fate);
      assertThat(run.use().result()).contains(words);
    }
  }

  @Test
  void everyCallIsHeardOnceAsStartEndAndInOneBatchAlsoWhenItsTurnFails() {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    ToolListener ear =
        new ToolListener() {
          @Override
          public void started(String name, ToolAccess access) {
            heard.add("start " + name);
          }

          @Override
          public void ended(ToolRun run) {
            heard.add("end " + run.use().name());
          }

          @Override
          public void batch(List<ToolRun> runs) {
            heard.add("batch of " + runs.size());
          }
        };
    CountDownLatch never = new CountDownLatch(1);
    Toolbox box = Toolbox.of(List.of(reading("stuck", () -> await(never))));
    Workbench bench = Mill.bench(box, ToolLimits.USUAL, ear);
    bench.call(Mill.call("stuck", "{}"));
    bench.call(Mill.call("nothing", "{}"));
    bench.close();

    assertThat(heard)
        .containsExactlyInAnyOrder(
            "start stuck", "start nothing", "end stuck", "end nothing", "batch of 2")
        .endsWith("batch of 2");
  }

  @Test
  void everyToolHasOneAccessAndTheNamesOfTheGuideHaveTheirs() {
    assertThat(ToolNames.READ_ONLY_TOOLS)
        .hasSize(5)
        .doesNotContainAnyElementsOf(ToolNames.WRITE_TOOLS);
    assertThat(ToolNames.WRITE_TOOLS).hasSize(5);
    for (Tool tool : Toolbox.storyTools()) {
      assertThat(
              ToolNames.WRITE_TOOLS.contains(tool.spec().name())
                  && tool.access() == ToolAccess.READ)
          .isFalse();
    }
    assertThatThrownBy(() -> Toolbox.of(List.of(reading("add_memory", () -> {}))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Toolbox.of(List.of(reading("look", () -> {}), reading("look", () -> {}))))
        .hasMessageContaining("look");
  }

  @Test
  void toolsAreShownSortedByName() {
    assertThat(Toolbox.of(Toolbox.storyTools()).specs().stream().map(spec -> spec.name()))
        .isSorted();
  }
}
