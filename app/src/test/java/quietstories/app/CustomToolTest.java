package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.model.ToolCall;
import quietstories.rules.Dice;
import quietstories.rules.Intent;
import quietstories.rules.Judgement;
import quietstories.rules.Referee;
import quietstories.rules.Rulebook;
import quietstories.rules.Situation;
import quietstories.story.EntityId;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;
import quietstories.testkit.Speech;
import quietstories.testkit.SpokenCalls;
import quietstories.tools.Minds;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.ToolScene;
import quietstories.tools.Toolbox;
import quietstories.tools.Workbench;

/** A tool of one's own is found, called by a model over HTTP, timed and kept like any other. */
class CustomToolTest {

  private static final JsonObject LOOK = JsonObject.builder().put("action", "I look").build();

  @Test
  void aToolOfOnesOwnIsFoundAmongTheOthers() {
    assertThat(Toolbox.standard(List.of()).specs().stream().map(spec -> spec.name()))
        .contains("tally", "read_state")
        .isSorted();
  }

  @Test
  void aModelCallsItAndTellsTheTurnWithItsResult() throws Exception {
    try (ModelServer model = ModelServer.start()) {
      AtomicInteger tellings = new AtomicInteger();
      Speech calls =
          Reply.pieces()
              .calls(
                  SpokenCalls.Style.ORDERLY,
                  new SpokenCalls.Call("1", "tally", "{\"path\":\"log\"}"),
                  new SpokenCalls.Call("2", "no_such_tool", "{}"));
      model.script(
          body ->
              !Asked.isWarmUp(body) && tellings.getAndIncrement() == 0
                  ? calls
                  : Reply.text("The hen counts."));
      try (RunningServer server =
              RunningServer.start(
                  Map.of(
                      "MODEL_PROVIDER", "auto",
                      "OPENAI_API_BASE", model.url(),
                      "MODEL_PROTOCOL", "calls"));
          Http http = new Http(server.url().toString())) {
        play(model, http);
      }
    }
  }

  private static void play(ModelServer model, Http http) throws Exception {
    String session =
        http.session(
            KillTest.meadow(),
            (JsonObject)
                JsonReader.read(
                    "{\"config\":{\"generate_world_background\":false,"
                        + "\"generate_entity_backgrounds\":false}}"));

    List<JsonObject> events = http.stream(session, LOOK);

    assertThat(events.getLast().object("outcome").orElseThrow().text("narrative"))
        .contains("The hen counts.");
    List<JsonObject> tools =
        events.stream().filter(event -> event.text("type").orElse("").equals("tool")).toList();
    assertThat(tools).hasSize(4);
    assertThat(tools.stream().filter(event -> event.text("name").orElse("").equals("tally")))
        .allSatisfy(event -> assertThat(event.text("access")).contains("read"))
        .anySatisfy(event -> assertThat(event.flag("ok")).contains(true));
    JsonObject stored = http.get("/sessions/" + session + "/turns/1").body();
    assertThat(stored.array("tool_calls").orElseThrow().objects())
        .satisfiesExactly(
            call -> assertThat(call.text("outcome")).contains("ok"),
            call -> assertThat(call.text("outcome")).contains("unknown"));
    assertThat(
            stored.array("tool_calls").orElseThrow().objects().findFirst().orElseThrow().members())
        .containsOnlyKeys(
            "name", "access", "arguments", "result", "duration_ms", "outcome", "round");
    assertThat(model.requests())
        .anySatisfy(request -> assertThat(request.body().write()).contains("log holds"));
    JsonObject metrics = http.get("/optimization/performance/metrics").body();
    assertThat(
            metrics
                .object("metrics")
                .flatMap(all -> all.object("tool_executions"))
                .orElseThrow()
                .integer("count"))
        .hasValue(2);
  }

  @Test
  void readsThenWritesRunsEveryCallOnce() throws Exception {
    Rulebook rules = Rulebook.compile(spec());
    Situation start = new Situation(rules.spec().state(), rules.spec().entities());
    Judgement judged = Referee.judge(rules, start, new Intent.Continue(), Dice.of(1, 1, 0));
    Toolbox toolbox = Toolbox.standard(List.of());
    ToolScene scene =
        new ToolScene(
            rules,
            Referee.gate(rules, judged.after(), judged.verdict()),
            new EntityId("player"),
            Minds.empty(new EntityId("player")),
            Dice.of(1, 1, 0),
            _ -> Optional.empty());
    try (Workbench workbench =
        new Workbench(toolbox, ToolLimits.USUAL, scene, ToolListener.NONE, System::nanoTime)) {
      List<String> ran =
          ReadsThenWrites.run(
                  toolbox,
                  workbench,
                  List.of(
                      new ToolCall("1", "update_world", "{}"),
                      new ToolCall("2", "tally", "{\"path\":\"log\"}")))
              .stream()
              .map(run -> run.callId())
              .toList();
      assertThat(ran).containsExactly("2", "1");
    }
  }

  private static ScenarioSpec spec() throws IOException {
    return switch (SpecReader.read(KillTest.meadow())) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  @Test
  void theGuideShowsTheCodeThatIsBuiltHere() throws IOException {
    String guide = Files.readString(Path.of("../docs/custom-tools.md"));
    String built =
        Files.readString(Path.of("src/test/java/quietstories/app/TallyTool.java"))
            + Files.readString(Path.of("src/test/java/quietstories/app/ReadsThenWrites.java"));
    List<String> blocks =
        Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).hasSize(2).allSatisfy(block -> assertThat(built).contains(block));
  }
}
