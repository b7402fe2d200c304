package quietstories.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
 *
 * <p>The turns begin one after another over eight seconds and each tells for ten, so that all of
 * them stream together at the end. Then all begin in the same instant, which is no load that
 * players make, but shows what a rush does.
 */
final class StreamsBenchmark implements Benchmark {

  private static final Timing SPEED = Timing.INSTANT.generation(12);
  private static final int WORDS = 120;
  private static final double SPREAD_SECONDS = 8;
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
                    "MODEL_CONCURRENCY", "4096"));
        Player player = new Player(server.url())) {
      List<String> all = begin(player, sessions);
      if (!options.smoke()) {
        round(all, player, SPREAD_SECONDS);
      }
      double busy = server.processorSeconds();
      double ownBusy = ownProcessorSeconds();
      Series delays = report.series("added delay of a piece");
      Round even = measured(vendor, delays, () -> round(all, player, SPREAD_SECONDS));
      report.figure("streaming at once, most", even.mostAtOnce(), "");
      report.atMost("errors of " + sessions + " streams", even.errors(), "", 0);
      report.figure("added delay of a piece, p50", delays.at(50), "ms");
      report.atMost("added delay of a piece, p99", delays.at(99), "ms", LIMIT);
      report.figure("added delay of a piece, most", delays.at(100), "ms");
      report.figure("processor time of the program", server.processorSeconds() - busy, "s");
      report.figure("processor time of its callers", ownProcessorSeconds() - ownBusy, "s");
      report.figure("resident after it", server.residentMebibytes(), "MiB");
      Series rushed = report.series("added delay of a piece, begun in one instant");
      Round rush = measured(vendor, rushed, () -> round(all, player, 0));
      report.atMost("begun in one instant, errors", rush.errors(), "", 0);
      report.figure("begun in one instant, added delay, p99", rushed.at(99), "ms");
    }
  }

  private static double ownProcessorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  private static List<String> begin(Player player, int count) throws Exception {
    String scenario = player.meadow();
    List<String> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sessions.add(player.session(scenario));
    }
    return sessions;
  }

  /** Plays one turn of every session; the last begins {@code spread} seconds after the first. */
  private static List<Future<Streamed>> round(List<String> sessions, Player player, double spread)
      throws InterruptedException {
    List<Future<Streamed>> streams = new ArrayList<>();
    long first = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < sessions.size(); i++) {
        long due = first + (long) (spread * 1e9 * i / sessions.size());
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        String words = "I walk to stone <" + i + ">";
        TurnStream stream = player.turns(sessions.get(i));
        streams.add(threads.submit(() -> stream.play(words).needed()));
      }
    }
    return streams;
  }

  /** Plays a round and adds the delays of all that went well in it to {@code delays}. */
  private static Round measured(
      ModelServer vendor, Series delays, Callable<List<Future<Streamed>>> round) throws Exception {
    int before = vendor.requests().size();
    List<Future<Streamed>> streams = round.call();
    return Round.of(streams, byStone(vendor.requests().stream().skip(before).toList()), delays);
  }

  private static Map<Integer, RecordedRequest> byStone(List<RecordedRequest> calls) {
    Map<Integer, RecordedRequest> byStone = new HashMap<>();
    for (RecordedRequest call : calls) {
      Matcher stone = NUMBER.matcher(StreamedTurn.lastMessage(call.body()));
      if (stone.find()) {
        byStone.putIfAbsent(Integer.valueOf(stone.group(1)), call);
      }
    }
    return byStone;
  }

  /**
   * What one turn of every session gave.
   *
   * @param errors how many streams did not go well
   * @param mostAtOnce how many showed text at the same time, the most
   */
  private record Round(int errors, int mostAtOnce) {

    static Round of(
        List<Future<Streamed>> streams, Map<Integer, RecordedRequest> byStone, Series delays) {
      int errors = 0;
      List<Streamed> well = new ArrayList<>();
      for (int i = 0; i < streams.size(); i++) {
        Future<Streamed> stream = streams.get(i);
        RecordedRequest call = byStone.get(i);
        if (stream.state() == Future.State.SUCCESS && call != null) {
          PieceDelays.measure(call.sent(), stream.resultNow().pieces(), delays);
          well.add(stream.resultNow());
        } else {
          if (errors == 0 && stream.state() == Future.State.FAILED) {
            System.err.println("the first stream that failed: " + stream.exceptionNow());
          }
          errors++;
        }
      }
      return new Round(errors, mostAtOnce(well));
    }

    private static int mostAtOnce(List<Streamed> streams) {
      TreeMap<Long, Integer> steps = new TreeMap<>();
      for (Streamed stream : streams) {
        steps.merge(stream.pieces().getFirst().nanos(), 1, Integer::sum);
        steps.merge(stream.pieces().getLast().nanos(), -1, Integer::sum);
      }
      int now = 0;
      int most = 0;
      for (int step : steps.values()) {
        now += step;
        most = Math.max(most, now);
      }
      return most;
    }
  }
}
