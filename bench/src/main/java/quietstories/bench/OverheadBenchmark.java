package quietstories.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** What a turn costs beside a model that answers at once, early in a session and late. */
final class OverheadBenchmark implements Benchmark {

  private static final String ANSWER =
      "The grass bends, and the hen looks up at you as if it had been waiting.\n[[OUTCOME]]\n"
          + "{\"state_changes\":[],\"suggested_actions\":[\"Walk on\",\"Pick a flower\"]}";

  /** What a turn is followed by: an answer that cannot be read would be asked for again. */
  private static final String AFTERWARDS = "After the turn:";

  private static final String NOTHING_MORE =
      "{\"memories\":[],\"relationships\":[],\"emotions\":[],\"suggested_actions\":[]}";

  @Override
  public void run(Report report, Options options) throws Exception {
    boolean smoke = options.smoke();
    try (ModelServer model = ModelServer.start()) {
      model.script(
          call ->
              Reply.text(
                  StreamedTurn.lastMessage(call).startsWith(AFTERWARDS) ? NOTHING_MORE : ANSWER));
      Map<String, String> settings =
          Map.of("OPENAI_API_BASE", model.url(), "MODEL_PROTOCOL", "marker");
      try (Server server = Server.start(settings);
          Player player = new Player(server.url())) {
        measure(report, smoke, player);
      }
    }
  }

  private static void measure(Report report, boolean smoke, Player player) throws Exception {
    String scenario = player.meadow();
    int long1 = smoke ? 20 : 1_000;
    int sample = smoke ? 10 : 500;
    String warm = player.session(scenario);
    overheads(player, warm, smoke ? 20 : 3_000);

    List<Double> early = new ArrayList<>();
    while (early.size() < sample) {
      List<Double> first = overheads(player, player.session(scenario), 15);
      early.addAll(first.subList(5, 15));
    }
    String session = player.session(scenario);
    overheads(player, session, long1);
    List<Double> late = overheads(player, session, sample);

    report(report, "overhead at turns 6 to 15", early);
    report(report, "overhead after turn " + long1, late);
    steps(player, session, long1, sample)
        .forEach((step, median) -> report.figure("its " + step + ", median", median, "ms"));
  }

  /** Returns the median of each step of so many turns after turn {@code first}. */
  private static Map<String, Double> steps(Player player, String session, int first, int count)
      throws Exception {
    Map<String, List<Double>> durations = new LinkedHashMap<>();
    for (int turn = first + 1; turn <= first + count; turn++) {
      String path = "/sessions/" + session + "/turns/" + turn + "/timeline";
      for (JsonObject span : player.get(path).array("spans").orElseThrow().objects().toList()) {
        durations
            .computeIfAbsent(span.text("name").orElseThrow(), _ -> new ArrayList<>())
            .add(span.number("duration_ms").map(JsonNumber::value).orElseThrow());
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    durations.forEach(
        (step, all) ->
            medians.put(
                step,
                new Percentiles(all.stream().mapToDouble(Double::doubleValue).toArray()).at(50)));
    return medians;
  }

  private static void report(Report report, String what, List<Double> values) {
    Percentiles percentiles =
        new Percentiles(values.stream().mapToDouble(Double::doubleValue).toArray());
    report.atMost(what + ", p50", percentiles.at(50), "ms", 1);
    report.atMost(what + ", p99", percentiles.at(99), "ms", 5);
  }

  private static List<Double> overheads(Player player, String session, int turns) throws Exception {
    List<Double> overheads = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      JsonObject timing = player.play(session, "I walk on").object("timing").orElseThrow();
      overheads.add(timing.number("overhead_ms").map(JsonNumber::value).orElseThrow());
    }
    return overheads;
  }
}
