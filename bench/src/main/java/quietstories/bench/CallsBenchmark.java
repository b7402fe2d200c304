package quietstories.bench;

import java.util.List;
import java.util.Map;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/** How many calls the model gets before the player sees a word, in each form of answer. */
final class CallsBenchmark implements Benchmark {

  private static final Timing SPEED = Timing.INSTANT.generation(500);

  @Override
  public void run(Report report, Options options) throws Exception {
    int turns = options.smoke() ? 2 : 6;
    for (String protocol : List.of("calls", "marker", "json")) {
      SimulatedModel model = new SimulatedModel(SPEED, new Improviser(60));
      try (ModelServer vendor = model.serve();
          Server server =
              Server.start(Map.of("OPENAI_API_BASE", vendor.url(), "MODEL_PROTOCOL", protocol));
          Player player = new Player(server.url())) {
        String session = player.session(player.meadow());
        int most = 0;
        for (int i = 0; i < turns; i++) {
          Streamed turn = player.turns(session).play("I walk on").needed();
          int calls = StreamedTurn.calls(vendor, turn.begun(), turn.firstText().orElseThrow());
          most = Math.max(most, calls);
        }
        report.atMost("calls before the first word, " + protocol + ", most", most, "", 1);
      }
    }
  }
}
