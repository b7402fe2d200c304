package quietstories.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.testkit.FaultyVendor;
import quietstories.testkit.ModelServer;

/**
 * What the server advises beside vendors that have exactly one fault each: how often it names that
 * fault, how often another one, and what it promises. Where a call is advised that shortens
 * prompts, it is made, the same is played again, and what it saved stands beside the promise.
 */
final class AdviceBenchmark implements Benchmark {

  private static final int TURNS = 14;
  private static final int PLAYERS = 4;
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public void run(Report report, Options options) throws Exception {
    int turns = options.smoke() ? 1 : TURNS;
    int right = 0;
    int wrong = 0;
    for (FaultyVendor vendor : FaultyVendor.values()) {
      List<String> found = look(report, vendor, turns);
      List<String> due = vendor.finding().stream().toList();
      right += found.containsAll(due) ? 1 : 0;
      wrong += (int) found.stream().filter(finding -> !due.contains(finding)).count();
    }
    int all = FaultyVendor.values().length;
    report.atLeast("vendors whose fault is named, or that have none", right, "", all);
    report.atMost("findings of a fault that is not there", wrong, "", 0);
  }

  /** Returns what the server found. */
  private static List<String> look(Report report, FaultyVendor vendor, int turns) throws Exception {
    Path own = Path.of(System.getProperty("quietstories.home", "."), "bench/target/classes");
    try (ModelServer model = vendor.serve();
        Server server =
            Server.start(
                Map.of(
                    "OPENAI_API_BASE", model.url(),
                    "MODEL_PROTOCOL", "marker",
                    "QUIETSTORIES_TOOLS", own.toAbsolutePath().toString()));
        Player player = new Player(server.url())) {
      double took = play(player, vendor, turns);
      List<JsonObject> advice = player.list("/optimization/advice");
      String name = vendor.finding().orElse("no fault");
      report.figure(name + ": findings", advice.size(), "");
      for (JsonObject finding : advice) {
        report.figure(name + ": promised", saving(finding), "ms");
        if (vendor == FaultyVendor.SLOW_READER) {
          follow(player, finding);
          double saved = took - play(player, vendor, turns);
          report.figure(name + ": saved when it was followed", saved, "ms");
        }
      }
      return advice.stream().flatMap(finding -> finding.text("finding").stream()).toList();
    }
  }

  private static void follow(Player player, JsonObject finding) throws Exception {
    JsonObject action = finding.object("action").orElseThrow();
    player.post(action.text("path").orElseThrow(), action.object("body").orElse(JsonObject.EMPTY));
  }

  private static double saving(JsonObject finding) {
    return finding.number("expected_saving_ms").map(JsonNumber::value).orElseThrow();
  }

  /** Plays what shows the vendor's fault and returns what a turn took, in milliseconds. */
  private static double play(Player player, FaultyVendor vendor, int turns) throws Exception {
    return switch (vendor) {
      case ONE_PLACE -> together(player, turns / 2);
      case CACHING_READER -> changing(player, 2 * turns);
      case SLOW_READER -> alone(player, turns + PLAYERS);
      default -> alone(player, turns);
    };
  }

  private static double alone(Player player, int turns) throws Exception {
    String session = player.session(player.meadow());
    long start = System.nanoTime();
    for (int i = 0; i < turns; i++) {
      player.play(session, FaultyVendor.PLAYED + ", " + i);
    }
    return (System.nanoTime() - start) / NANOS_PER_MILLI / turns;
  }

  /** Changes a setting before every other turn, so that its prompt begins anew. */
  private static double changing(Player player, int turns) throws Exception {
    String session = player.session(player.meadow());
    long start = System.nanoTime();
    for (int i = 0; i < turns; i++) {
      if (i % 2 == 0) {
        player.post(
            "/optimization/configure",
            JsonObject.builder().put("max_context_tokens", 4_000 + i).build());
      }
      player.play(session, FaultyVendor.PLAYED + ", " + i);
    }
    return (System.nanoTime() - start) / NANOS_PER_MILLI / turns;
  }

  private static double together(Player player, int turns) throws Exception {
    List<Future<Double>> players = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PLAYERS; i++) {
        players.add(threads.submit(() -> alone(player, turns)));
      }
    }
    double sum = 0;
    for (Future<Double> one : players) {
      sum += one.get();
    }
    return sum / PLAYERS;
  }
}
