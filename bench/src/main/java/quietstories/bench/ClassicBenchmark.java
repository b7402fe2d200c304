package quietstories.bench;

import java.util.List;
import java.util.Map;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/**
 * The time to the first visible text beside a {@link ClassicGraph}, on the same simulated vendor:
 * medians of turns 1 to 5. A simple turn of the baseline makes four calls; no tools are asked for
 * on either side.
 */
final class ClassicBenchmark implements Benchmark {

  private static final int TURNS = 5;
  private static final int WORDS = 120;
  private static final int MOST_NEW_TOKENS = 400;
  private static final int SMOKE_SPEED = 50;

  @Override
  public void run(Report report, Options options) throws Exception {
    compare(report, Timing.CLOUD, 15, options.smoke());
    compare(report, Timing.LOCAL_7B, 40, options.smoke());
  }

  private static void compare(Report report, Timing timing, double least, boolean smoke)
      throws Exception {
    Timing speed = smoke ? timing.faster(SMOKE_SPEED) : timing;
    double classic = classic(report, speed);
    double ours = ours(report, speed);
    report.atLeast(timing.name() + ", classic against ours", classic / ours, "x", least);
  }

  private static double classic(Report report, Timing timing) throws Exception {
    Series series = report.series(timing.name() + ", classic graph");
    SimulatedModel model = new SimulatedModel(timing, new Improviser(WORDS));
    try (ModelServer vendor = model.serve();
        ClassicGraph graph = new ClassicGraph(vendor.url())) {
      double[] times = new double[TURNS];
      for (int i = 0; i < TURNS; i++) {
        long nanos = graph.play(0);
        series.addNanos(nanos);
        times[i] = nanos / 1e6;
      }
      report.figure(
          timing.name() + ", classic graph, calls a turn",
          (double) vendor.requests().size() / TURNS,
          "");
      return median(report, timing.name() + ", classic graph, first text, median", times);
    }
  }

  private static double ours(Report report, Timing timing) throws Exception {
    Series series = report.series(timing.name() + ", ours");
    SimulatedModel model = new SimulatedModel(timing, new Improviser(WORDS));
    try (ModelServer vendor = model.serve();
        Server server =
            Server.start(Map.of("OPENAI_API_BASE", vendor.url(), "MODEL_PROTOCOL", "marker"));
        Player player = new Player(server.url())) {
      TurnStream session = player.turns(player.session(player.meadow()));
      double[] times = new double[TURNS];
      int calls = 0;
      for (int i = 0; i < TURNS; i++) {
        Streamed turn = session.play("I walk to stone <" + i + ">").needed();
        long first = turn.firstText().orElseThrow();
        calls = Math.max(calls, StreamedTurn.calls(vendor, turn.begun(), first));
        times[i] = (first - turn.begun()) / 1e6;
        series.addNanos(first - turn.begun());
      }
      report.atMost(timing.name() + ", ours, calls before the first text", calls, "", 1);
      report.atMost(
          timing.name() + ", ours, new tokens a turn, most",
          newTokens(vendor),
          "",
          MOST_NEW_TOKENS);
      return median(report, timing.name() + ", ours, first text, median", times);
    }
  }

  private static double median(Report report, String what, double[] times) {
    double median = new Percentiles(times).at(50);
    report.figure(what, median, "ms");
    return median;
  }

  /** Returns the most that a turn's prompt adds to the one before it, from the second turn on. */
  private static int newTokens(ModelServer vendor) {
    List<RecordedRequest> turns =
        vendor.requests().stream()
            .filter(call -> StreamedTurn.lastMessage(call.body()).contains("stone <"))
            .toList();
    int most = 0;
    for (int i = 1; i < turns.size(); i++) {
      most = Math.max(most, SimulatedModel.newTokens(turns.get(i - 1).body(), turns.get(i).body()));
    }
    return most;
  }
}
