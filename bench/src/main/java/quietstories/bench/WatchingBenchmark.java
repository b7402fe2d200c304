package quietstories.bench;

import java.util.Map;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/**
 * What recording, logging and traces cost a turn, as its client sees it: the same turns,
 * alternately on a server that does all of it and on one that does none. The receiver of traces
 * does not answer, which is the worst that it can do.
 */
final class WatchingBenchmark implements Benchmark {

  private static final String ANSWER = "The grass bends.\n[[OUTCOME]]\n{\"state_changes\":[]}";
  private static final double NANOS_PER_MICRO = 1e3;

  @Override
  public void run(Report report, Options options) throws Exception {
    boolean smoke = options.smoke();
    try (ModelServer model = ModelServer.start()) {
      model.always(Reply.text(ANSWER));
      String base = model.url();
      Map<String, String> all =
          Map.of(
              "OPENAI_API_BASE", base,
              "MODEL_PROTOCOL", "marker",
              "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1");
      Map<String, String> none =
          Map.of(
              "OPENAI_API_BASE", base,
              "MODEL_PROTOCOL", "marker",
              "ENABLE_PERFORMANCE_TRACKING", "false",
              "LOG_LEVEL", "ERROR");
      try (Server watched = Server.start(all);
          Server quiet = Server.start(none);
          Player one = new Player(watched.url());
          Player other = new Player(quiet.url())) {
        compare(report, smoke, one, other);
      }
    }
  }

  private static void compare(Report report, boolean smoke, Player watched, Player quiet)
      throws Exception {
    String first = watched.session(watched.meadow());
    String second = quiet.session(quiet.meadow());
    int warm = smoke ? 10 : 3_000;
    int turns = smoke ? 10 : 3_000;
    double[] with = new double[turns];
    double[] without = new double[turns];
    for (int i = -warm; i < turns; i++) {
      double one = micros(watched, first);
      double other = micros(quiet, second);
      if (i >= 0) {
        with[i] = one;
        without[i] = other;
      }
    }
    double median = new Percentiles(with).at(50);
    double bare = new Percentiles(without).at(50);
    report.figure("a turn without any of it, median", bare, "us");
    report.figure("a turn with all of it, median", median, "us");
    report.figure("longer by", median - bare, "us");
    report.atMost("with against without", median / bare, "x", 1.15);
  }

  private static double micros(Player player, String session) throws Exception {
    long start = System.nanoTime();
    player.play(session, "I walk on");
    return (System.nanoTime() - start) / NANOS_PER_MICRO;
  }
}
