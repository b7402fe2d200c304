package quietstories.bench;

import java.util.Map;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/**
 * What the server adds to each piece of one stream, between the model's socket and the player's.
 */
final class ChunksBenchmark implements Benchmark {

  private static final Timing SPEED = Timing.INSTANT.generation(100);

  @Override
  public void run(Report report, Options options) throws Exception {
    int warm = options.smoke() ? 1 : 6;
    int turns = options.smoke() ? 1 : 20;
    SimulatedModel model = new SimulatedModel(SPEED, new Improviser(120));
    try (ModelServer vendor = model.serve();
        Server server =
            Server.start(Map.of("OPENAI_API_BASE", vendor.url(), "MODEL_PROTOCOL", "marker"));
        Player player = new Player(server.url())) {
      String session = player.session(player.meadow());
      for (int i = 0; i < warm; i++) {
        StreamedTurn.play(vendor, player, session, "I walk to tree <" + i + ">", new Series());
      }
      Series delays = report.series("added delay of a piece");
      for (int i = 0; i < turns; i++) {
        StreamedTurn.play(vendor, player, session, "I walk to stone <" + i + ">", delays);
      }
      report.figure("pieces", (double) delays.count(), "");
      report.figure("added delay of a piece, p50", delays.at(50), "ms");
      report.atMost("added delay of a piece, p99", delays.at(99), "ms", 2);
    }
  }
}
