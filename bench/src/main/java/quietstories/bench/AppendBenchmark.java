package quietstories.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/** What storing a turn costs early in a session and late: the ratio must stay near 1. */
final class AppendBenchmark implements Benchmark {

  @Override
  public void run(Report report, Options options) throws Exception {
    boolean smoke = options.smoke();
    int turns = smoke ? 120 : 10_000;
    int sample = smoke ? 30 : 300;
    try (Server server = Server.start(Map.of("MODEL_PROVIDER", "builtin"));
        Player player = new Player(server.url())) {
      String scenario = player.meadow();
      play(player, player.session(scenario), smoke ? 50 : 2_000);
      String session = player.session(scenario);
      play(player, session, 10 + sample);
      double early = median(player, session, 10, sample);
      play(player, session, turns - 10 - sample);
      double late = median(player, session, turns - sample, sample);
      report.figure("append near turn 10, median", early, "ms");
      report.figure("append near turn " + turns + ", median", late, "ms");
      report.atMost("late against early", late / early, "x", 1.5);
    }
  }

  private static void play(Player player, String session, int turns) throws Exception {
    for (int i = 0; i < turns; i++) {
      player.play(session, "I walk on");
    }
  }

  private static double median(Player player, String session, int from, int count)
      throws Exception {
    List<Double> appends = new ArrayList<>();
    for (int turn = from; turn < from + count; turn++) {
      player
          .get("/sessions/" + session + "/turns/" + turn + "/timeline")
          .array("spans")
          .orElseThrow()
          .objects()
          .filter((JsonObject span) -> span.text("name").filter("append"::equals).isPresent())
          .forEach(
              span -> appends.add(span.number("duration_ms").map(JsonNumber::value).orElseThrow()));
    }
    return new Percentiles(appends.stream().mapToDouble(Double::doubleValue).toArray()).at(50);
  }
}
