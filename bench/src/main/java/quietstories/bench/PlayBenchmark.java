package quietstories.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Timing;

/**
 * Whole stories by nothing but the HTTP interface that every such server has: describe, compile,
 * begin, play streamed turns. Asks the server at {@code --url}, or one of our own on a simulated or
 * configured vendor.
 */
final class PlayBenchmark implements Benchmark {

  private static final String STORY =
      "A young smith named Mira must relight the beacon of Gull Point before the fleet returns";
  private static final List<String> WORDS =
      List.of(
          "I look around",
          "I ask who was here last",
          "I wait and listen",
          "I walk on",
          "I go back");
  private static final int WORDS_PER_ANSWER = 120;

  @Override
  public void run(Report report, Options options) throws Exception {
    Optional<Timing> timing = Timing.named(options.smoke() ? "instant" : options.vendor());
    if (options.url().isPresent()) {
      play(report, options, options.url().get().toString());
    } else if (timing.isPresent()) {
      SimulatedModel model = new SimulatedModel(timing.get(), new Improviser(WORDS_PER_ANSWER));
      try (ModelServer vendor = model.serve();
          Server server = Server.start(Map.of("OPENAI_API_BASE", vendor.url()))) {
        play(report, options, server.url());
        report.figure("model calls, all", vendor.requests().size(), "");
      }
    } else {
      try (Server server = Server.startConfigured()) {
        play(report, options, server.url());
      }
    }
  }

  private static void play(Report report, Options options, String url) throws Exception {
    int count = options.sessions().orElse(options.smoke() ? 2 : 4);
    int turns = options.turns().orElse(options.smoke() ? 2 : 10);
    try (Player player = new Player(url)) {
      List<String> sessions = sessions(report, player, count);
      AtomicInteger errors = new AtomicInteger();
      long start = System.nanoTime();
      turns(report, options, player, sessions, turns, errors);
      double seconds = (System.nanoTime() - start) / 1e9;
      report.atMost("errors of " + count * turns + " turns", errors.get(), "", 0);
      report.figure("turns a second", count * turns / seconds, "");
      percentiles(report, "time to first visible text");
      percentiles(report, "whole turn");
    }
  }

  private static List<String> sessions(Report report, Player player, int count) throws Exception {
    long start = System.nanoTime();
    String scenario = player.generate(STORY);
    report.series("generate").addNanos(System.nanoTime() - start);
    start = System.nanoTime();
    player.compile(scenario);
    report.series("compile").addNanos(System.nanoTime() - start);
    List<String> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      start = System.nanoTime();
      sessions.add(player.session(scenario));
      report.series("begin a session").addNanos(System.nanoTime() - start);
    }
    return sessions;
  }

  private static void turns(
      Report report,
      Options options,
      Player player,
      List<String> sessions,
      int turns,
      AtomicInteger errors)
      throws Exception {
    // why: made before the threads begin, since a report is not safe for use by many.
    Series first = report.series("time to first visible text");
    Series whole = report.series("whole turn");
    OpenLoop loop =
        new OpenLoop(
            System::nanoTime,
            due -> TimeUnit.NANOSECONDS.sleep(due - System.nanoTime()),
            options.rate().orElse(Double.POSITIVE_INFINITY));
    boolean open = options.rate().isPresent();
    List<Future<?>> lanes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < sessions.size(); lane++) {
        int mine = lane;
        AtomicInteger turn = new AtomicInteger();
        lanes.add(
            threads.submit(
                () -> {
                  TurnStream stream = player.turns(sessions.get(mine));
                  loop.run(
                      mine,
                      sessions.size(),
                      turns,
                      due ->
                          one(
                              stream,
                              turn.getAndIncrement(),
                              open ? due : 0,
                              first,
                              whole,
                              errors));
                  return null;
                }));
      }
    }
    for (Future<?> lane : lanes) {
      lane.get();
    }
  }

  /** Plays one turn; {@code due} is when it should have begun, 0 if whenever it began. */
  private static void one(
      TurnStream stream, int turn, long due, Series first, Series whole, AtomicInteger errors) {
    try {
      Streamed streamed = stream.play(WORDS.get(turn % WORDS.size())).needed();
      long start = due == 0 ? streamed.begun() : due;
      first.addNanos(streamed.firstText().orElseThrow() - start);
      whole.addNanos(streamed.ended() - start);
    } catch (IOException e) {
      System.err.println("a turn failed: " + e.getMessage());
      errors.incrementAndGet();
    }
  }

  private static void percentiles(Report report, String name) {
    Series series = report.series(name);
    report.figure(name + ", p50", series.at(50), "ms");
    report.figure(name + ", p99", series.at(99), "ms");
  }
}
