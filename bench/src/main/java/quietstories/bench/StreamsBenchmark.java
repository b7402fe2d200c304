package quietstories.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/**
 * Many sessions that stream at once, each from a model that gives 12 tokens a second. Model server
 * and load generator share the machine with the program.
 */
final class StreamsBenchmark implements Benchmark {

  private static final Timing SPEED = Timing.INSTANT.generation(12);
  private static final int WORDS = 45;
  private static final Pattern NUMBER = Pattern.compile("stone <(\\d+)>");
  private static final double LIMIT = 20;

  @Override
  public void run(Report report, Options options) throws Exception {
    int sessions = options.sessions().orElse(options.smoke() ? 20 : 1_000);
    SimulatedModel model = new SimulatedModel(SPEED, new Improviser(WORDS));
    try (ModelServer vendor = model.serve();
        Server server =
            Server.start(
                Map.of(
                    "OPENAI_API_BASE", vendor.url(),
                    "MODEL_PROTOCOL", "marker",
                    "MODEL_CONCURRENCY", "20000"));
        Player player = new Player(server.url())) {
      List<String> all = begin(player, sessions);
      if (!options.smoke()) {
        round(all, player);
      }
      int before = vendor.requests().size();
      long start = System.nanoTime();
      List<Future<Streamed>> streams = round(all, player);
      double seconds = (System.nanoTime() - start) / 1e9;
      report(report, streams, vendor.requests().subList(before, vendor.requests().size()));
      report.figure("all streams took", seconds, "s");
      report.figure("resident after it", server.residentMebibytes(), "MiB");
    }
  }

  private static List<String> begin(Player player, int count) throws Exception {
    String scenario = player.meadow();
    List<String> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(player.session(scenario));
    }
    return sessions;
  }

  /** Plays one turn of every session, all at once. */
  private static List<Future<Streamed>> round(List<String> sessions, Player player) {
    List<Future<Streamed>> streams = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < sessions.size(); i++) {
        String words = "I walk to stone <" + i + ">";
        TurnStream stream = player.turns(sessions.get(i));
        streams.add(threads.submit(() -> stream.play(words).needed()));
      }
    }
    return streams;
  }

  private static void report(
      Report report, List<Future<Streamed>> streams, List<RecordedRequest> calls) {
    Map<Integer, RecordedRequest> byStone = new HashMap<>();
    for (RecordedRequest call : calls) {
      Matcher stone = NUMBER.matcher(StreamedTurn.lastMessage(call.body()));
      if (stone.find()) {
        byStone.putIfAbsent(Integer.valueOf(stone.group(1)), call);
      }
    }
    Series delays = report.series("added delay of a piece");
    int errors = 0;
    for (int i = 0; i < streams.size(); i++) {
      Future<Streamed> stream = streams.get(i);
      RecordedRequest call = byStone.get(i);
      if (stream.state() == Future.State.SUCCESS && call != null) {
        PieceDelays.measure(call.sent(), stream.resultNow().pieces(), delays);
      } else {
        if (errors == 0 && stream.state() == Future.State.FAILED) {
          System.err.println("the first stream that failed: " + stream.exceptionNow());
        }
        errors++;
      }
    }
    report.atMost("errors of " + streams.size() + " streams", errors, "", 0);
    report.figure("added delay of a piece, p50", delays.at(50), "ms");
    report.atMost("added delay of a piece, p99", delays.at(99), "ms", LIMIT);
    report.figure("added delay of a piece, most", delays.at(100), "ms");
  }
}
