package quietstories.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/**
 * In how many turns the first visible text comes within a budget: with the same settings and the
 * same simulated local model, once without TURN_BUDGET_MS and once with it. The model keeps no
 * cache, so each prompt is read whole; a budget that no prompt could hold must be called so.
 */
final class BudgetBenchmark implements Benchmark {

  private static final int TURNS = 40;
  private static final int WORDS = 170;
  private static final double BUDGET_MS = 1_100;
  private static final int HOPELESS_MS = 100;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final Timing LOCAL =
      new Timing("local", Duration.ofMillis(10), 3_000, 400, 1, false);

  @Override
  public void run(Report report, Options options) throws Exception {
    int turns = options.smoke() ? 4 : TURNS;
    report.figure("the budget", BUDGET_MS, "ms");
    report.atMost("turns within it, fixed settings", held(report, Map.of(), turns), "%", 50);
    Map<String, String> budget = Map.of("TURN_BUDGET_MS", String.valueOf((int) BUDGET_MS));
    report.atLeast("turns within it, TURN_BUDGET_MS", held(report, budget, turns), "%", 95);
    report.atLeast("turns that call a hopeless budget unreachable", unreachable(), "%", 100);
  }

  private static double held(Report report, Map<String, String> budget, int turns)
      throws Exception {
    Series series = report.series(budget.isEmpty() ? "first text, fixed" : "first text, budgeted");
    try (ModelServer vendor = new SimulatedModel(LOCAL, new Improviser(WORDS)).serve();
        Server server = start(vendor, budget);
        Player player = new Player(server.url())) {
      player.configure(50, 8_000);
      TurnStream session = player.turns(player.session(player.meadow()));
      int held = 0;
      for (int i = 0; i < turns; i++) {
        Streamed turn = session.play("I walk to stone <" + i + ">").needed();
        long first = turn.firstText().orElseThrow() - turn.begun();
        series.addNanos(first);
        held += first / NANOS_PER_MILLI <= BUDGET_MS ? 1 : 0;
      }
      return 100.0 * held / turns;
    }
  }

  private static Server start(ModelServer vendor, Map<String, String> budget) throws Exception {
    Map<String, String> settings =
        new HashMap<>(Map.of("OPENAI_API_BASE", vendor.url(), "MODEL_PROTOCOL", "marker"));
    settings.putAll(budget);
    return Server.start(settings);
  }

  /** Returns the share of turns whose timeline says so, from the fifth on. */
  private static double unreachable() throws Exception {
    Timing late = new Timing("late", Duration.ofMillis(300), 3_000, 400, 1, false);
    try (ModelServer vendor = new SimulatedModel(late, new Improviser(WORDS)).serve();
        Server server = start(vendor, Map.of("TURN_BUDGET_MS", String.valueOf(HOPELESS_MS)));
        Player player = new Player(server.url())) {
      String session = player.session(player.meadow());
      for (int i = 1; i <= 7; i++) {
        player.play(session, "I walk to stone <" + i + ">");
      }
      int said = 0;
      for (int i = 5; i <= 6; i++) {
        said += saysSo(player.get("/sessions/" + session + "/turns/" + i + "/timeline")) ? 1 : 0;
      }
      return 100.0 * said / 2;
    }
  }

  private static boolean saysSo(JsonObject timeline) {
    return timeline
        .array("spans")
        .orElse(JsonArray.EMPTY)
        .objects()
        .flatMap(span -> span.object("attributes").stream())
        .anyMatch(about -> about.flag("budget_unreachable").orElse(false));
  }
}
