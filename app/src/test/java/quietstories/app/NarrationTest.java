package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;
import quietstories.testkit.Reply;
import quietstories.testkit.ServerTraits;
import quietstories.testkit.SimulatedModel;
import quietstories.testkit.Speech;
import quietstories.testkit.SpokenCalls;
import quietstories.testkit.Timing;
import quietstories.testkit.Trouble;

/** What a model is asked before, during and after a turn, over HTTP on both sides. */
class NarrationTest {

  private static final String STORY = "The hen looks up from the grass and says nothing at all.";
  private static final String TOLD =
      STORY + "\n[[OUTCOME]]\n{\"suggested_actions\":[\"Bow to the hen\"]}";
  private static final JsonObject LOOK = JsonObject.of("action", Json.of("I look around"));
  private static final JsonObject WAIT = JsonObject.of("action", Json.of("I wait"));

  private static RunningServer server(ModelServer model, String protocol) {
    return RunningServer.start(
        Map.of(
            "MODEL_PROVIDER", "auto", "OPENAI_API_BASE", model.url(), "MODEL_PROTOCOL", protocol));
  }

  private static void ended(RecordedRequest request) throws InterruptedException {
    assertThat(request.awaitEnd(Duration.ofSeconds(30))).isPresent();
  }

  @Test
  void anOpenedSessionIsReadAheadSoThatItsFirstTurnFindsItInTheCache() throws Exception {
    SimulatedModel simulated =
        new SimulatedModel(Timing.LOCAL_7B.faster(1_000), _ -> Reply.text(TOLD));
    try (ModelServer model = simulated.serve();
        RunningServer server = server(model, "marker");
        Http http = new Http(server.url().toString())) {
      String session = Meadow.begin(http);
      Waiting.until("nothing was read ahead", () -> Asked.toWarmUp(model).size() == 1);
      ended(Asked.toWarmUp(model).getFirst());
      http.get("/sessions/" + session);

      JsonObject timing = http.stream(session, LOOK).getLast().object("timing").orElseThrow();

      assertThat(timing.integer("model_calls")).hasValue(1);
      assertThat(timing.integer("cached_tokens").orElse(0)).isGreaterThan(300);
      assertThat(Asked.toWarmUp(model)).hasSize(1);
      List<JsonObject> ahead = Asked.messages(Asked.toWarmUp(model).getFirst().body());
      List<JsonObject> told = Asked.messages(Asked.toTell(model).getFirst().body());
      assertThat(told).startsWith(ahead.subList(0, ahead.size() - 1).toArray(JsonObject[]::new));
      assertThat(Asked.text(told.get(ahead.size() - 1)))
          .startsWith(Asked.text(ahead.getLast()) + "\n");
      long counted =
          http.get("/optimization/performance/metrics")
              .body()
              .object("metrics")
              .flatMap(all -> all.object("llm_calls"))
              .orElseThrow()
              .integer("count")
              .orElse(0);
      assertThat(counted).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void withoutCachingNothingIsReadAhead() throws Exception {
    try (ModelServer model = ModelServer.start();
        RunningServer server = server(model, "marker");
        Http http = new Http(server.url().toString())) {
      model.always(Reply.text(TOLD));
      http.post("/optimization/configure", JsonObject.of("enable_caching", Json.of(false)));
      String session = Meadow.begin(http);
      http.stream(session, LOOK);
      http.stream(session, WAIT);

      assertThat(Asked.toWarmUp(model)).isEmpty();
    }
  }

  @Test
  void aTurnInCallsIsOneCallAndItsWriteIsAdmittedOnce() throws Exception {
    try (ModelServer model = ModelServer.start();
        RunningServer server = server(model, "calls");
        Http http = new Http(server.url().toString())) {
      model.always(Reply.text(STORY).calls(SpokenCalls.Style.ORDERLY, write("w1")));
      String session = Meadow.begin(http);

      List<JsonObject> events = http.stream(session, LOOK);

      assertThat(events.getLast().object("outcome").orElseThrow().text("narrative"))
          .contains(STORY);
      assertThat(Asked.toTell(model)).hasSize(1);
      assertThat(Asked.toTell(model).getFirst().body().array("tools").orElseThrow().objects())
          .extracting(tool -> tool.object("function").orElseThrow().text("name").orElseThrow())
          .contains("read_state", "update_state")
          .isSorted();
      assertThat(tools(events)).containsExactly("update_state start", "update_state end");
      JsonObject state = http.get("/sessions/" + session).body().object("state").orElseThrow();
      assertThat(state.object("player").orElseThrow().integer("renown")).hasValue(5);
    }
  }

  @Test
  void aReadInCallsIsASecondCallInWhichEveryCallIsAnswered() throws Exception {
    try (ModelServer model = ModelServer.start();
        RunningServer server = server(model, "calls");
        Http http = new Http(server.url().toString())) {
      AtomicInteger tellings = new AtomicInteger();
      model.script(
          body -> {
            boolean first =
                !Asked.isWarmUp(body)
                    && !Asked.isAfterthought(body)
                    && tellings.incrementAndGet() == 1;
            return first
                ? Reply.text("I see.").calls(SpokenCalls.Style.INTERLEAVED, read("r1"), write("w1"))
                : Reply.text(STORY);
          });
      String session = Meadow.begin(http);

      List<JsonObject> events = http.stream(session, LOOK);

      JsonObject complete = events.getLast();
      assertThat(complete.object("outcome").orElseThrow().text("narrative")).contains(STORY);
      assertThat(complete.object("timing").orElseThrow().integer("model_calls")).hasValue(2);
      assertThat(tools(events)).hasSize(4).contains("read_state start", "read_state end");
      List<JsonObject> second = Asked.messages(Asked.toTell(model).get(1).body());
      List<JsonObject> added =
          second.subList(
              Asked.messages(Asked.toTell(model).getFirst().body()).size(), second.size());
      assertThat(added)
          .extracting(m -> m.text("role").orElse(""))
          .containsExactly("assistant", "tool", "tool");
      assertThat(added.stream().skip(1).map(m -> m.text("tool_call_id").orElse("")))
          .containsExactlyElementsOf(
              added
                  .getFirst()
                  .array("tool_calls")
                  .orElseThrow()
                  .objects()
                  .map(call -> call.text("id").orElse(""))
                  .toList());
    }
  }

  private static SpokenCalls.Call read(String id) {
    return new SpokenCalls.Call(id, "read_state", "{\"path\":\"player\"}");
  }

  private static SpokenCalls.Call write(String id) {
    return new SpokenCalls.Call(
        id, "update_state", "{\"op\":\"inc\",\"path\":\"player.renown\",\"value\":5}");
  }

  private static List<String> tools(List<JsonObject> events) {
    return events.stream()
        .filter(event -> event.text("type").orElse("").equals("tool"))
        .map(event -> event.text("name").orElse("") + " " + event.text("phase").orElse(""))
        .toList();
  }

  @Test
  void afterATurnOneCallBringsMemoriesAndGivesWayToTheNextTurn() throws Exception {
    try (ModelServer model = ModelServer.start(ServerTraits.LLAMA_SERVER.slots(1));
        RunningServer server = server(model, "marker");
        Http http = new Http(server.url().toString())) {
      AtomicInteger thoughts = new AtomicInteger();
      model.script(
          body -> {
            if (!Asked.isAfterthought(body)) {
              return Reply.text(TOLD);
            }
            Speech thought = Reply.text(thought());
            return thoughts.incrementAndGet() == 1
                ? thought.trouble(new Trouble.Stall(0))
                : thought;
          });
      String session = Meadow.begin(http);
      assertThat(http.stream(session, LOOK).getLast().text("type")).contains("complete");
      Waiting.until("nothing came after the turn", () -> Asked.afterwards(model).size() == 1);

      assertThat(http.stream(session, WAIT).getLast().text("type")).contains("complete");
      RecordedRequest overtaken = Asked.afterwards(model).getFirst();
      ended(overtaken);
      assertThat(overtaken.hungUp()).isTrue();
      Waiting.until("no memory came", () -> remembered(http, session).contains("The hen bowed."));
      looksBackOnWhatWasTold(model, overtaken.body());
      JsonObject now = http.get("/sessions/" + session).body();
      assertThat(now.integer("turn")).hasValue(2);
      assertThat(now.array("suggested_actions"))
          .contains(JsonArray.ofTexts(List.of("Bow to the hen")));
      Waiting.until("the timeline has no such span", () -> spans(http, session).contains("after"));
      assertThat(spans(http, session)).contains("\"output_tokens\"");
    }
  }

  private static String thought() {
    return "{\"memories\":[{\"owner\":\"ada\",\"content\":\"The hen bowed.\",\"scope\":\"general\","
        + "\"visibility\":\"private\",\"importance\":7}],\"relationships\":[],\"emotions\":[],"
        + "\"suggested_actions\":[\"Run\"]}";
  }

  private static String remembered(Http http, String session) throws Exception {
    return http.get("/sessions/" + session + "/memories").body().write();
  }

  private static String spans(Http http, String session) throws Exception {
    return http.get("/sessions/" + session + "/turns/2/timeline")
        .body()
        .array("spans")
        .orElse(JsonArray.EMPTY)
        .objects()
        .filter(span -> span.text("kind").orElse("").equals("after"))
        .map(JsonObject::write)
        .reduce("", String::concat);
  }

  private static void looksBackOnWhatWasTold(ModelServer model, JsonObject after) {
    List<JsonObject> told = Asked.messages(Asked.toTell(model).getFirst().body());
    List<JsonObject> thought = Asked.messages(after);
    assertThat(thought).startsWith(told.toArray(JsonObject[]::new)).hasSize(told.size() + 2);
    assertThat(Asked.text(thought.get(told.size()))).startsWith(STORY);
    assertThat(after.object("response_format")).isPresent();
  }

  @Test
  void presetsAndSettingsActOnTheNextPrompt() throws Exception {
    try (ModelServer model = ModelServer.start();
        RunningServer server = server(model, "marker");
        Http http = new Http(server.url().toString())) {
      model.always(Reply.text(TOLD));
      String session = Meadow.begin(http);
      for (int turn = 1; turn <= 6; turn++) {
        http.stream(session, LOOK);
      }
      assertThat(answersBefore(model, http, session)).isEqualTo(6);

      http.post("/optimization/presets/minimal", JsonObject.EMPTY);
      assertThat(answersBefore(model, http, session)).isBetween(1, 3);

      http.post("/optimization/configure", JsonObject.of("max_turn_history", Json.of(1)));
      assertThat(answersBefore(model, http, session)).isEqualTo(1);
    }
  }

  /** Plays a turn and returns how many earlier ones its prompt repeats. */
  private static int answersBefore(ModelServer model, Http http, String session) throws Exception {
    http.stream(session, WAIT);
    return (int)
        Asked.messages(Asked.toTell(model).getLast().body()).stream()
            .filter(message -> Asked.text(message).startsWith(STORY))
            .count();
  }
}
