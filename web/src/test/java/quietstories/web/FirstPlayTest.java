package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;

/** The calls of a client that plays, in their order. */
final class FirstPlayTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aDescriptionBecomesAStoryThatIsPlayed() {
    JsonObject made = house.json("POST", "/scenarios/generate", "{\"description\":\"a light\"}");
    assertThat(made.text("status")).contains("generated");
    String id = made.text("id").orElseThrow();

    JsonObject compiled = house.json("POST", "/scenarios/" + id + "/compile", "");
    assertThat(compiled.object("validation_results").orElseThrow().flag("valid")).contains(true);

    String session = house.session();
    JsonObject before = house.json("GET", session, "");
    assertThat(before.integer("turn")).hasValue(0);
    assertThat(before.array("turn_history").orElseThrow().elements()).isEmpty();

    JsonObject turn = house.json("POST", session + "/turns", "{\"action\":\"I look around\"}");
    assertThat(turn.integer("turn")).hasValue(1);

    JsonObject after = house.json("GET", session, "");
    JsonObject record =
        after.array("turn_history").orElseThrow().objects().findFirst().orElseThrow();
    assertThat(record.text("user_action")).contains("I look around");
    assertThat(record.text("narrative"))
        .isEqualTo(turn.object("outcome").orElseThrow().text("narrative"));
  }

  @Test
  void aStreamTellsTheTurnInOrderAndTheTextToTheCharacter() {
    String session = house.session();
    List<JsonObject> events;
    try (SseClient stream =
        SseClient.open(
            house.client,
            house.request("POST", session + "/turns/stream", "{\"action\":\"hi\"}"))) {
      assertThat(stream.response().statusCode()).isEqualTo(200);
      assertThat(stream.response().headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/event-stream");
      assertThat(stream.response().headers().firstValue("Cache-Control")).contains("no-cache");
      events = stream.rest();
    }
    List<String> types = events.stream().map(event -> event.text("type").orElseThrow()).toList();
    assertThat(types).startsWith("start", "verdict", "narrative_chunk").endsWith("complete");
    assertThat(events.getFirst().integer("turn")).hasValue(0);
    StringBuilder told = new StringBuilder();
    events.forEach(event -> told.append(event.text("content").orElse("")));
    JsonObject stored = house.json("GET", session + "/turns/1", "");
    assertThat(stored.text("narrative")).contains(told.toString());
    JsonObject complete = events.getLast();
    assertThat(complete.integer("turn")).hasValue(1);
    assertThat(complete.members().keySet())
        .contains(
            "outcome",
            "suggested_actions",
            "available_actions",
            "status",
            "ending",
            "revision",
            "timing",
            "session_id",
            "narrator");
  }

  @Test
  void aKeyPlaysOnceHoweverItIsSent() {
    String session = house.session();
    String body = "{\"action\":\"I wait\"}";
    JsonObject first = house.json("POST", session + "/turns", body, "Idempotency-Key", "one");
    HttpResponse<String> again =
        house.send("POST", session + "/turns", body, "Idempotency-Key", "one");
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(House.read(again).object("outcome")).isEqualTo(first.object("outcome"));
    try (SseClient stream =
        SseClient.open(
            house.client,
            house.request("POST", session + "/turns/stream", body, "Idempotency-Key", "one"))) {
      assertThat(stream.response().headers().firstValue("Idempotent-Replayed")).contains("true");
      List<JsonObject> events = stream.rest();
      assertThat(events.stream().map(event -> event.text("type").orElseThrow()))
          .containsExactly("start", "narrative_chunk", "complete");
      assertThat(events.get(1).text("content"))
          .isEqualTo(first.object("outcome").orElseThrow().text("narrative"));
    }
    HttpResponse<String> other =
        house.send("POST", session + "/turns", "{\"action\":\"else\"}", "Idempotency-Key", "one");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(house.json("GET", session, "").integer("turn")).hasValue(1);
  }

  @Test
  void everythingIsFoundUnderBothFormsOfItsPath() {
    String session = house.session();
    for (String path :
        List.of("/sessions", "/sessions/", "/scenarios", "/scenarios/", session, session + "/")) {
      assertThat(house.send("GET", path, "").statusCode()).as(path).isEqualTo(200);
    }
    assertThat(house.send("HEAD", session, "").statusCode()).isEqualTo(200);
    assertThat(house.send("HEAD", session, "").body()).isEmpty();
    HttpResponse<String> options = house.send("OPTIONS", session, "");
    assertThat(options.headers().firstValue("Allow")).contains("DELETE, GET, HEAD, OPTIONS");
  }
}
