package quietstories.bench;

import java.util.Map;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/**
 * How long a start takes, from the script to the first answer, what is resident after it, and what
 * the first turn costs, before anything is warm, beside a model that answers at once.
 */
final class StartBenchmark implements Benchmark {

  @Override
  public void run(Report report, Options options) throws Exception {
    boolean smoke = options.smoke();
    int runs = smoke ? 1 : 7;
    double[] ready = new double[runs];
    double[] resident = new double[runs];
    for (int i = 0; i < runs; i++) {
      try (Server server = Server.start(Map.of())) {
        ready[i] = server.readyMillis();
        resident[i] = server.residentMebibytes();
      }
    }
    report.atMost("ready, median (new database)", new Percentiles(ready).at(50), "ms", 1_000);
    report.atMost("resident after start, median", new Percentiles(resident).at(50), "MiB", 150);
    double[] first = new double[runs];
    for (int i = 0; i < runs; i++) {
      first[i] = firstTurn();
    }
    report.figure("overhead of the first turn, median", new Percentiles(first).at(50), "ms");
  }

  private static double firstTurn() throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.always(Reply.text("The grass bends.\n[[OUTCOME]]\n{\"state_changes\":[]}"));
      Map<String, String> settings =
          Map.of("OPENAI_API_BASE", model.url(), "MODEL_PROTOCOL", "marker");
      try (Server server = Server.start(settings);
          Player player = new Player(server.url())) {
        JsonObject turn = player.play(player.session(player.meadow()), "I walk on");
        return turn.object("timing")
            .flatMap(timing -> timing.number("overhead_ms"))
            .map(JsonNumber::value)
            .orElseThrow();
      }
    }
  }
}
