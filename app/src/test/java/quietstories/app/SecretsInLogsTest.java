package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** A talkative log, prompts and what is told hold no secret, whichever way it was planted. */
@Timeout(90)
class SecretsInLogsTest {

  private static final String MARKER = "zqsecret";
  private static final String ASKS =
      "[[OUTCOME]]\n{\"tool_calls\":[{\"name\":\"search_memories\",\"arguments\":{\"query\":\"soup\"}},"
          + "{\"name\":\"semantic_search\",\"arguments\":{\"query\":\"soup\",\"entity_id\":\"hen\"}},"
          + "{\"name\":\"query_relationships\",\"arguments\":{}}]}";
  private static final String TOLD =
      "The hen nods.\n[[OUTCOME]]\n{\"hidden_memory_updates\":[{\"scope\":\"event\",\"target_id\":\"hen\","
          + "\"content\":\"The soup was a trap zqsecret\",\"visibility\":\"private\"}],"
          + "\"emotional_state_updates\":[{\"entity_id\":\"hen\",\"emotion\":\"anger\","
          + "\"intensity\":0.9,\"cause\":\"zqsecret\"}]}";
  private static final String THOUGHT =
      "{\"memories\":[{\"owner\":\"hen\",\"content\":\"Mira knows of the soup zqsecret\","
          + "\"visibility\":\"private\"}],\"suggested_actions\":[\"Go on\"]}";
  private static final String CAST =
      """
      {"config":{"generate_world_background":false,"generate_entity_backgrounds":false,
       "initial_entities":[{"id":"mira","type":"player","name":"Mira"},
        {"id":"hen","type":"npc","name":"The hen"}]}}
      """;

  @TempDir private Path folder;

  private static Reply answer(JsonObject asked) {
    String text = asked.write();
    if (Asked.isAfterthought(asked)) {
      return Reply.text(THOUGHT);
    }
    return Reply.text(text.contains("Nothing of that is remembered") ? TOLD : ASKS);
  }

  @Test
  void aSecretIsInNoLogLineNoPromptAndNothingThatIsTold() throws Exception {
    try (ModelServer model = ModelServer.start()) {
      model.script(SecretsInLogsTest::answer);
      Map<String, String> settings =
          Map.of(
              "MODEL_PROVIDER", "generic",
              "OPENAI_API_BASE", model.url(),
              "MODEL_PROTOCOL", "marker",
              "LOG_LEVEL", "DEBUG",
              "VERBOSE_ORCHESTRATOR", "true",
              "LOG_MESSAGE_SEQUENCES", "true");
      try (ServerProcess server = ServerProcess.start(folder, settings);
          Http http = new Http(server.url())) {
        String session = planted(http);
        String at = "/sessions/" + session;
        for (int turn = 0; turn < 3; turn++) {
          JsonObject input = JsonObject.of("action", Json.of("I stir the soup"));
          assertThat(http.stream(session, input))
              .anyMatch(event -> is("complete", event))
              .noneMatch(event -> !is("complete", event) && event.write().contains(MARKER));
          Waiting.until(
              "no thought came",
              () -> http.get(at + "/memories").body().write().contains("knows of"));
        }
        http.post(at + "/memories/consolidate", JsonObject.EMPTY);
        http.get(at + "/memories/search?q=soup&as=mira");
        http.get("/nowhere");
        Path log = folder.resolve("logs/app.log");
        Waiting.until(
            "the log lacks its last line", () -> Files.readString(log).contains("/nowhere -> 404"));
        assertThat(Files.readString(log)).contains("tool_execution").doesNotContain(MARKER);
      }
      assertThat(model.requests())
          .isNotEmpty()
          .noneMatch(request -> request.body().write().contains(MARKER));
    }
  }

  /** The last event shows the whole outcome as the interface has it, to whoever runs the story. */
  private static boolean is(String type, JsonObject event) {
    return event.text("type").orElse("").equals(type);
  }

  private static String planted(Http http) throws Exception {
    String session = http.session(KillTest.meadow(), (JsonObject) JsonReader.read(CAST));
    JsonObject secret =
        JsonObject.builder()
            .put("entity_id", "hen")
            .put("content", "I distrust Mira since the soup " + MARKER)
            .put("scope", "relationship")
            .put("related_entities", JsonArray.ofTexts(List.of("mira")))
            .build();
    assertThat(http.post("/sessions/" + session + "/memories", secret).status()).isEqualTo(200);
    return session;
  }
}
