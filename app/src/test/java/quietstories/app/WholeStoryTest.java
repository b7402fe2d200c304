package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReader;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** A story played through every floor of the house, over HTTP. */
class WholeStoryTest {

  private static final JsonObject WALK = JsonObject.builder().put("action", "Walk on").build();

  @TempDir private Path folder;

  private Map<String, String> onDisk() {
    return Map.of("DATABASE_PATH", folder.resolve("stories.db").toString());
  }

  private static Json state(Http http, String session, String path) throws Exception {
    return http.get("/sessions/" + session)
        .body()
        .object("state")
        .orElseThrow()
        .at(JsonPath.parse(path))
        .orElseThrow();
  }

  private static JsonObject more(String json) {
    return (JsonObject) JsonReader.read(json);
  }

  @Test
  void aDescribedWorldPlaysTenStreamedTurnsAndGoesOnAfterARestart() throws Exception {
    String session;
    try (RunningServer server = RunningServer.start(onDisk());
        Http http = new Http(server.url().toString())) {
      session = http.described("A young smith named Mira must relight the beacon of Gull Point");
      for (int turn = 1; turn <= 10; turn++) {
        JsonObject input = JsonObject.builder().put("action", "I look around").build();
        List<JsonObject> events = http.stream(session, input);
        assertThat(events.getFirst().text("type")).contains("start");
        assertThat(events.get(1).text("type")).contains("verdict");
        assertThat(events.getLast().text("type")).contains("complete");
        assertThat(events.getLast().integer("turn")).hasValue(turn);
      }
    }
    try (RunningServer server = RunningServer.start(onDisk());
        Http http = new Http(server.url().toString())) {
      JsonObject before = http.get("/sessions/" + session).body();
      assertThat(before.integer("turn")).hasValue(10);
      List<JsonObject> eleventh = http.stream(session, WALK);
      assertThat(eleventh.getLast().integer("turn")).hasValue(11);
    }
  }

  @Test
  void aStreamedTurnAppliesItsEffectsOnceAndCountsOnce() throws Exception {
    try (RunningServer server = RunningServer.start();
        Http http = new Http(server.url().toString())) {
      String session = http.session(KillTest.meadow(), JsonObject.EMPTY);
      http.stream(session, WALK);

      assertThat(state(http, session, "steps")).isEqualTo(Json.of(1));
      assertThat(http.get("/sessions/" + session).body().integer("turn")).hasValue(1);
      http.post("/sessions/" + session + "/turns", WALK);
      assertThat(state(http, session, "steps")).isEqualTo(Json.of(2));
    }
  }

  @Test
  void storedAndCustomStateAreReadBackAfterARestartAndReadingChangesNothing() throws Exception {
    String session;
    try (RunningServer server = RunningServer.start(onDisk());
        Http http = new Http(server.url().toString())) {
      session =
          http.session(KillTest.meadow(), more("{\"config\":{\"custom_state\":{\"flowers\":40}}}"));
      http.post("/sessions/" + session + "/turns", WALK);
    }
    try (RunningServer server = RunningServer.start(onDisk());
        Http http = new Http(server.url().toString())) {
      JsonObject before = http.get("/sessions/" + session).body();
      for (String read : List.of("", "/turns", "/memories", "/relationships", "/graph/summary")) {
        assertThat(http.get("/sessions/" + session + read).status()).isEqualTo(200);
      }
      http.stream(session, WALK);
      assertThat(state(http, session, "steps")).isEqualTo(Json.of(2));
      assertThat(state(http, session, "flowers")).isEqualTo(Json.of(40));
      assertThat(http.get("/sessions/" + session).body().array("entities"))
          .isEqualTo(before.array("entities"));
    }
  }

  @Test
  void sameSeedAndInputsGiveTheSameStoryOnASecondRun() throws Exception {
    assertThat(transcript()).isEqualTo(transcript());
  }

  private static String transcript() throws Exception {
    StringBuilder told = new StringBuilder();
    try (RunningServer server = RunningServer.start();
        Http http = new Http(server.url().toString())) {
      String session = http.session(KillTest.meadow(), more("{\"seed\":0}"));
      for (String words : List.of("Walk on", "I sing", "pick", "", "Where is the hen?")) {
        http.post("/sessions/" + session + "/turns", JsonObject.of("action", Json.of(words)));
      }
      http.turns(session).forEach(turn -> told.append(turn.without("timestamp")).append('\n'));
      told.append(state(http, session, ""));
    }
    return told.toString();
  }

  @Test
  void aModelsTurnIsOneCallAndItsWishIsAdmittedExactlyOnce() throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.always(
          Reply.text(
              "The hen nods.\n[[OUTCOME]]\n{\"state_changes\":[{\"op\":\"inc\",\"path\":"
                  + "\"player.renown\",\"value\":5}]}"));
      try (RunningServer server =
              RunningServer.start(
                  Map.of(
                      "MODEL_PROVIDER", "auto",
                      "OPENAI_API_BASE", model.url(),
                      "MODEL_PROTOCOL", "marker"));
          Http http = new Http(server.url().toString())) {
        String session =
            http.session(
                KillTest.meadow(),
                more(
                    "{\"config\":{\"generate_world_background\":false,"
                        + "\"generate_entity_backgrounds\":false}}"));
        List<JsonObject> events = http.stream(session, WALK);

        assertThat(Asked.toTell(model)).hasSize(1);
        assertThat(events.getLast().object("outcome").orElseThrow().text("narrative"))
            .contains("The hen nods.");
        assertThat(state(http, session, "player.renown")).isEqualTo(Json.of(5));
        assertThat(state(http, session, "steps")).isEqualTo(Json.of(1));
      }
    }
  }

  @Test
  void anOutageNeverLooksLikeATurn() throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.always(Reply.status(500));
      try (RunningServer server =
              RunningServer.start(
                  Map.of("MODEL_PROVIDER", "auto", "OPENAI_API_BASE", model.url()));
          Http http = new Http(server.url().toString())) {
        String session = http.session(KillTest.meadow(), JsonObject.EMPTY);
        Http.Answer answer = http.post("/sessions/" + session + "/turns", WALK);
        List<JsonObject> events = http.stream(session, WALK);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body().text("code")).contains("MODEL_UNAVAILABLE");
        assertThat(events.getLast().text("type")).contains("error");
        assertThat(events.getLast().flag("retryable")).contains(true);
        assertThat(http.get("/sessions/" + session).body().integer("turn")).hasValue(0);
        assertThat(http.get("/sessions/" + session).body().array("turn_history"))
            .contains(JsonArray.EMPTY);
      }
    }
  }
}
