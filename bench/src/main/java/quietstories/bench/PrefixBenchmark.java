package quietstories.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/**
 * Which share of its prompt tokens a prefix cache can reuse, turns 5 to 50 of one session: what a
 * turn's prompt has in common, from the start on, with the one of the turn before. A token is taken
 * as four characters, a story answer has 120 words.
 */
final class PrefixBenchmark implements Benchmark {

  private static final int FIRST = 5;
  private static final int LAST = 50;
  private static final int WORDS = 120;
  private static final String AFTER = "After the turn:";

  @Override
  public void run(Report report, Options options) throws Exception {
    int last = options.smoke() ? FIRST + 2 : LAST;
    double wide = share(50, 16_000, last);
    report.atLeast("reusable share, turns 5-50, window 50/16000", wide * 100, "%", 85);
    report.figure("reusable share, turns 5-50, window 10/4000", share(10, 4_000, last) * 100, "%");
  }

  private static double share(int turns, int tokens, int last) throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.script(PrefixBenchmark::answer);
      Map<String, String> settings =
          Map.of("OPENAI_API_BASE", model.url(), "MODEL_PROTOCOL", "marker");
      try (Server server = Server.start(settings);
          Player player = new Player(server.url())) {
        String session = player.session(player.meadow());
        player.configure(turns, tokens);
        for (int i = 1; i <= last; i++) {
          player.play(session, "I walk on to the next stone and look at it, number " + i);
        }
      }
      return share(
          model.requests().stream()
              .map(request -> request.body())
              .filter(body -> text(body).contains("The player:"))
              .filter(body -> !text(body).contains(AFTER))
              .map(PrefixBenchmark::text)
              .toList());
    }
  }

  private static double share(List<String> prompts) {
    long all = 0;
    long shared = 0;
    for (int i = Math.min(FIRST, prompts.size()) - 1; i < prompts.size(); i++) {
      all += prompts.get(i).length() / 4;
      shared += common(prompts.get(i - 1), prompts.get(i)) / 4;
    }
    return shared / (double) all;
  }

  private static int common(String before, String now) {
    int most = Math.min(before.length(), now.length());
    int at = 0;
    while (at < most && before.charAt(at) == now.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String text(JsonObject body) {
    return body.array("messages")
        .orElse(JsonArray.EMPTY)
        .objects()
        .map(message -> message.text("role").orElse("") + '\n' + message.text("content").orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static Reply answer(JsonObject body) {
    String prompt = text(body);
    if (prompt.contains(AFTER)) {
      String summary = prompt.contains("\"summary\"") ? ",\"summary\":\"Stones were passed.\"" : "";
      return Reply.text("{\"suggested_actions\":[\"Walk on\"]" + summary + "}");
    }
    StringBuilder story = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      story.append(i == 0 ? "Stone" : " stone");
    }
    return Reply.text(
        story
            + ".\n[[OUTCOME]]\n{\"state_changes\":[],\"suggested_actions\":[\"Walk on\",\"Rest a"
            + " while\",\"Turn back\"]}");
  }
}
