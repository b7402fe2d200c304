package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** What a cast knows and feels, over HTTP and a real database, wherever a session goes. */
class MindsOnDiskTest {

  private static final JsonObject WALK = JsonObject.of("action", Json.of("I look at the hen"));
  private static final JsonObject NOTHING = JsonObject.EMPTY;
  private static final String TOLD =
      "The hen nods.\n[[OUTCOME]]\n"
          + "{\"hidden_memory_updates\":[{\"scope\":\"relationship\",\"target_id\":\"mira\","
          + "\"content\":\"Mira sat beside the hen all night, turn %d\",\"visibility\":\"public\"}],"
          + "\"emotional_state_updates\":[{\"entity_id\":\"mira\",\"emotion\":\"joy\","
          + "\"intensity\":0.%d,\"cause\":\"the hen\"}]}";
  private static final String THOUGHT =
      "{\"memories\":[{\"owner\":\"hen\",\"content\":\"A loyal friend, thought %d\","
          + "\"visibility\":\"public\"}],\"suggested_actions\":[\"Go on\"]}";
  private static final String READ =
      "{\"sentiment\":0.6,\"relationship_type\":\"mentor\",\"confidence\":0.8,"
          + "\"specific_relationships\":[{\"from_entity\":\"mira\",\"to_entity\":\"hen\","
          + "\"type\":\"mentor\",\"sentiment\":0.6}]}";

  @TempDir private Path folder;

  private RunningServer server(ModelServer model) {
    Map<String, String> settings = new HashMap<>();
    settings.put("DATABASE_PATH", folder.resolve("stories.db").toString());
    settings.put("MODEL_PROVIDER", "generic");
    settings.put("OPENAI_API_BASE", model.url());
    settings.put("MODEL_PROTOCOL", "marker");
    return RunningServer.start(settings);
  }

  private static JsonObject more() {
    return (JsonObject)
        JsonReader.read(
            """
            {"config":{"generate_world_background":false,"generate_entity_backgrounds":false,
             "initial_entities":[{"id":"mira","type":"player","name":"Mira"},
              {"id":"hen","type":"npc","name":"The hen"}]}}
            """);
  }

  private static JsonObject memory(String owner, String content, String visibility) {
    return JsonObject.builder()
        .put("entity_id", owner)
        .put("content", content)
        .put("visibility", visibility)
        .put("scope", "relationship")
        .put("related_entities", JsonArray.ofTexts(List.of(owner.equals("mira") ? "hen" : "mira")))
        .put("importance", 7)
        .build();
  }

  /** Everything that minds show, without what tells one session from another. */
  private static List<String> minds(Http http, String session) throws Exception {
    String at = "/sessions/" + session;
    List<String> shown = new ArrayList<>();
    for (String path : List.of("/memories", "/relationships", "/graph", "/emotions")) {
      shown.add(http.get(at + path).body().write());
    }
    for (String mode : List.of("hybrid", "keyword", "semantic")) {
      for (String as : List.of("", "&as=mira", "&as=hen")) {
        shown.add(
            http.get(at + "/memories/search?q=a+loyal+bird&k=9&mode=" + mode + as)
                .body()
                .array("results")
                .orElseThrow()
                .write());
      }
    }
    shown.add(http.get(at + "/enrichment/queue").body().write());
    return shown.stream().map(text -> text.replace(session, "SESSION")).toList();
  }

  private static Reply answer(JsonObject asked, int turn) {
    String text = asked.write();
    if (text.contains("specific_relationships")) {
      return Reply.text(READ);
    }
    return Reply.text((Asked.isAfterthought(asked) ? THOUGHT : TOLD).formatted(turn, turn));
  }

  /** Plays a turn and waits for all that follows it. */
  private static void play(Http http, ModelServer model, String session, int turn)
      throws Exception {
    model.script(asked -> answer(asked, turn));
    String at = "/sessions/" + session;
    assertThat(http.post(at + "/turns", WALK).status()).isEqualTo(200);
    Waiting.until(
        "what follows a turn never came",
        () -> {
          String found = http.get(at + "/memories/search?mode=semantic&k=9&q=hen").body().write();
          JsonObject waiting = http.get(at + "/enrichment/queue").body();
          return found.contains("turn " + turn)
              && found.contains("thought " + turn)
              && waiting.integer("total_tasks").orElse(-1) == 0;
        });
  }

  @Test
  void whatIsKnownAndFeltIsTheSameAfterARestartAndOnEveryWay() throws Exception {
    String session;
    List<String> first;
    List<String> second;
    try (ModelServer model = ModelServer.start()) {
      try (RunningServer server = server(model);
          Http http = new Http(server.url().toString())) {
        model.script(asked -> answer(asked, 0));
        session = http.session(KillTest.meadow(), more());
        String memories = "/sessions/" + session + "/memories";
        http.post(memories, memory("mira", "The hen saved me from the fox", "public"));
        http.post(memories, memory("hen", "I distrust Mira since the soup", "private"));
        play(http, model, session, 1);
        first = minds(http, session);
        play(http, model, session, 2);
        second = minds(http, session);
        assertThat(second).isNotEqualTo(first);
        assertThat(second.get(3)).contains("joy");
      }
      try (RunningServer server = server(model);
          Http http = new Http(server.url().toString())) {
        assertThat(minds(http, session)).isEqualTo(second);
        String at = "/sessions/" + session;
        http.post(at + "/undo", JsonObject.of("turns", Json.of(1)));
        assertThat(minds(http, session)).isEqualTo(first);
        String branch =
            http.post(at + "/branches", JsonObject.of("from_turn", Json.of(1)))
                .body()
                .text("id")
                .orElseThrow();
        assertThat(minds(http, branch)).isEqualTo(first);
        http.post(at + "/redo", NOTHING);
        assertThat(minds(http, session)).isEqualTo(second);
        JsonObject out = http.get(at + "/export").body();
        String copy = http.post("/sessions/import", out).body().text("id").orElseThrow();
        assertThat(minds(http, copy)).isEqualTo(second);
      }
    }
  }
}
