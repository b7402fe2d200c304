package quietstories.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Pace;
import quietstories.testkit.Reply;
import quietstories.testkit.Speech;

/**
 * Many sessions that stream at once, each from a model that gives 12 tokens a second. Model server
 * and load generator share the machine with the program.
 */
final class StreamsBenchmark implements Benchmark {

  private static final double RATE = 12;
  private static final int TOKENS = 60;

  @Override
  public void run(Report report, boolean smoke) throws Exception {
    int sessions = smoke ? 20 : 1_000;
    try (ModelServer model = ModelServer.start()) {
      model.always(answer());
      Map<String, String> settings =
          Map.of(
              "OPENAI_API_BASE", model.url(),
              "MODEL_PROTOCOL", "marker",
              "MODEL_CONCURRENCY", "2000");
      try (Server server = Server.start(settings);
          Player player = new Player(server.url())) {
        measure(report, sessions, player);
        report.figure("resident after it", server.residentMebibytes(), "MiB");
        report.figure("most calls at once", model.peak(), "");
      }
    }
  }

  private static Speech answer() {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < TOKENS; i++) {
      pieces.add("step" + i + " ");
    }
    return Reply.pieces(pieces.toArray(String[]::new))
        .pace(new Pace(Duration.ofMillis(200), Duration.ZERO).perSecond(RATE));
  }

  private static void measure(Report report, int count, Player player) throws Exception {
    String scenario = player.meadow();
    List<String> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(player.session(scenario));
    }
    player.stream(sessions.getFirst(), "I walk on");
    List<Future<Player.Streamed>> streams = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String session : sessions) {
        streams.add(threads.submit(() -> player.stream(session, "I walk on")));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int errors = 0;
    List<Double> gaps = new ArrayList<>();
    for (Future<Player.Streamed> stream : streams) {
      if (stream.state() == Future.State.SUCCESS && isComplete(stream.resultNow())) {
        gaps.addAll(stream.resultNow().gaps());
      } else {
        errors++;
      }
    }
    report.atMost("errors of " + count + " streams", errors, "", 0);
    report.figure("all streams took (ideal " + (0.2 + TOKENS / RATE) + " s)", seconds, "s");
    Percentiles between = new Percentiles(gaps.stream().mapToDouble(Double::doubleValue).toArray());
    report.figure("between two pieces, p50 (83.3 is the model's)", between.at(50), "ms");
    report.figure("between two pieces, p99", between.at(99), "ms");
  }

  private static boolean isComplete(Player.Streamed streamed) {
    return streamed.last().text("type").filter("complete"::equals).isPresent();
  }
}
