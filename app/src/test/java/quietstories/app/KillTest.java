package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** A killed server loses nothing that it has answered and plays nothing twice. */
class KillTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "MODEL_PROVIDER", "builtin", "MONTE_CARLO_TURNS", "40", "ENABLE_CONSOLE_LOGS", "false");

  @TempDir private Path folder;

  private final Random random = new Random(20);
  private final List<String> answered = new ArrayList<>();

  static JsonObject meadow() throws IOException {
    try (InputStream in = KillTest.class.getResourceAsStream("meadow.json")) {
      return (JsonObject) JsonReader.read(in.readAllBytes(), JsonLimits.STRICT);
    }
  }

  @Test
  void thirtyKillsLoseNothingAndDoubleNothing() throws Exception {
    survive(30);
  }

  private void survive(int kills) throws Exception {
    String session;
    try (ServerProcess server = ServerProcess.start(folder, SETTINGS);
        Http http = new Http(server.url())) {
      session = http.session(meadow(), JsonObject.EMPTY);
    }
    for (int kill = 0; kill < kills; kill++) {
      try (ServerProcess server = ServerProcess.start(folder, SETTINGS);
          Http http = new Http(server.url())) {
        check(http, session);
        playUntilKilled(server, http, session);
      }
    }
    try (ServerProcess server = ServerProcess.start(folder, SETTINGS);
        Http http = new Http(server.url())) {
      check(http, session);
    }
    assertThat(integrity()).isEqualTo("ok");
  }

  /** Sends the input that was cut off once more, as a client would, and looks at what is stored. */
  private void check(Http http, String session) throws Exception {
    String next = "key-" + answered.size();
    Http.Answer again = send(http, session, next);
    assertThat(again.status()).isEqualTo(200);
    answered.add(next);
    List<JsonObject> turns = http.turns(session);
    assertThat(turns).hasSameSizeAs(answered);
    for (int i = 0; i < turns.size(); i++) {
      assertThat(turns.get(i).integer("turn")).hasValue(i + 1);
      assertThat(turns.get(i).text("user_action")).contains("step " + answered.get(i));
    }
    JsonObject stored = http.get("/sessions/" + session).body();
    assertThat(stored.integer("turn")).hasValue(turns.size());
  }

  private Http.Answer send(Http http, String session, String key) throws Exception {
    JsonObject input = JsonObject.builder().put("action", "step " + key).build();
    return http.post("/sessions/" + session + "/turns", input, "Idempotency-Key", key);
  }

  private void playUntilKilled(ServerProcess server, Http http, String session) throws Exception {
    CompletableFuture<Void> killer =
        CompletableFuture.runAsync(
            server::kill,
            CompletableFuture.delayedExecutor(5 + random.nextInt(150), TimeUnit.MILLISECONDS));
    try {
      while (true) {
        String key = "key-" + answered.size();
        assertThat(send(http, session, key).status()).isEqualTo(200);
        answered.add(key);
      }
    } catch (IOException killed) {
      killer.get(30, TimeUnit.SECONDS);
    }
  }

  private String integrity() throws Exception {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/quietstories.db"));
        ResultSet result = database.createStatement().executeQuery("PRAGMA integrity_check")) {
      result.next();
      return result.getString(1);
    }
  }
}
