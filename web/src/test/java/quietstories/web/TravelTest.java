package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/** Going back and forth, branching, playing again, and carrying stories out and in. */
final class TravelTest {

  private House house;
  private String session;

  @BeforeEach
  void open() {
    house = new House();
    session = house.session();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void undoAndRedoMoveBetweenHowTheStoryStood() {
    JsonObject beginning = standing();
    play("I look around", "key-1");
    JsonObject one = standing();
    play("I wait", "key-2");

    JsonObject undone = house.json("POST", session + "/undo", "");

    assertThat(timeless(undone)).isEqualTo(timeless(one));
    assertThat(timeless(house.json("POST", session + "/undo", "{\"turns\":1}")))
        .isEqualTo(timeless(beginning));
    assertThat(house.json("GET", session + "/turns", "").integer("total")).hasValue(0);
    assertThat(timeless(house.json("POST", session + "/redo", ""))).isEqualTo(timeless(one));
    assertThat(standing().integer("revision")).hasValue(5);
  }

  @Test
  void whatCannotBeReachedIsAConflictInWords() {
    assertConflict(house.send("POST", session + "/undo", ""));
    assertConflict(house.send("POST", session + "/redo", ""));
    assertConflict(house.send("POST", session + "/turns/regenerate", ""));
    assertConflict(house.send("POST", session + "/branches", "{\"from_turn\":3}"));
    assertThat(house.send("POST", session + "/undo", "{\"turns\":0}").statusCode()).isEqualTo(422);
    assertThat(house.send("POST", session + "/branches", "{}").statusCode()).isEqualTo(422);
    assertThat(house.send("POST", "/sessions/no/undo", "").statusCode()).isEqualTo(404);
    assertThat(house.send("GET", "/sessions/no/branches", "").statusCode()).isEqualTo(404);
    assertThat(house.send("GET", session + "/export?format=pdf", "").statusCode()).isEqualTo(422);
  }

  private static void assertConflict(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(House.read(answer).text("code")).contains("PLAYER_OUT_OF_REACH");
    assertThat(House.read(answer).text("detail").orElseThrow()).endsWith(".");
  }

  @Test
  void aKeyOfATurnThatWasTakenBackPlaysAnew() {
    play("I look around", "key-1");
    house.json("POST", session + "/undo", "");

    HttpResponse<String> again = play("I wait", "key-1");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertConflict(house.send("POST", session + "/redo", ""));
  }

  @Test
  void aTurnThatIsPlayedAgainTakesThePlaceOfTheLast() {
    play("I look around", "key-1");
    String path = session + "/turns/regenerate";

    JsonObject again = house.json("POST", path, "", "Idempotency-Key", "again");
    HttpResponse<String> replayed = house.send("POST", path, "", "Idempotency-Key", "again");

    assertThat(again.integer("turn")).hasValue(1);
    assertThat(again.integer("revision")).hasValue(2);
    assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(house.json("GET", session + "/turns/1", "").integer("attempt")).hasValue(1);
    assertThat(house.json("GET", session + "/turns", "").integer("total")).hasValue(1);
    assertThat(play("I look around", "again").statusCode()).isEqualTo(422);
    house.json("POST", path, "");
    assertThat(house.json("GET", session + "/turns/1", "").integer("attempt")).hasValue(2);
  }

  @Test
  void aTurnThatIsPlayedAgainCanBeStreamed() {
    play("I look around", "key-1");

    HttpResponse<String> stream = house.send("POST", session + "/turns/regenerate?stream=true", "");

    assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(stream.body()).contains("\"complete\"");
  }

  @Test
  void aBranchIsASessionOfItsOwnAndOutlivesItsParent() {
    play("I look around", "key-1");
    JsonObject one = standing();
    play("I wait", "key-2");

    JsonObject branch =
        house.json("POST", session + "/branches", "{\"from_turn\":1,\"name\":\"what if\"}");

    String other = "/sessions/" + branch.text("id").orElseThrow();
    assertThat(branch.text("parent_session_id")).contains(session.substring(10));
    assertThat(branch.integer("from_turn")).hasValue(1);
    assertThat(house.json("GET", other, "").member("state")).isEqualTo(one.member("state"));
    assertThat(
            house.json("GET", session + "/branches", "").array("branches").orElseThrow().elements())
        .hasSize(1);
    house.json("DELETE", session, "");
    assertThat(house.json("POST", other + "/undo", "").integer("turn")).hasValue(0);
  }

  @Test
  void anExportComesBackAsAnEqualSessionThatCanBeTakenBackToItsBeginning() {
    play("I look around", "key-1");
    play("I wait", "key-2");
    JsonObject export = house.json("GET", session + "/export", "");

    JsonObject taken = house.json("POST", "/sessions/import", export.write());

    String other = "/sessions/" + taken.text("id").orElseThrow();
    JsonObject again = house.json("GET", other + "/export", "");
    assertThat(nameless(again)).isEqualTo(nameless(export));
    assertThat(house.json("POST", other + "/undo", "{\"turns\":2}").integer("turn")).hasValue(0);
  }

  private static JsonObject nameless(JsonObject export) {
    JsonObject own = export.object("session").orElseThrow();
    return export.with("session", own.without("id").without("updated_at"));
  }

  @Test
  void everyProblemOfAnImportHasItsPlace() {
    play("I look around", "key-1");
    JsonObject export = house.json("GET", session + "/export", "");
    JsonObject broken = export.with("moments", Json.of("none")).with("tasks", JsonObject.EMPTY);

    HttpResponse<String> answer = house.send("POST", "/sessions/import", broken.write());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"moments\"").contains("\"tasks\"");
    assertThat(house.send("POST", "/sessions/import", "{}").statusCode()).isEqualTo(422);
  }

  @Test
  void anImportThatWasTamperedWithIsTakenOrRefusedAndNeverBreaksTheServer() {
    play("I look around", "key-1");
    JsonObject export = house.json("GET", session + "/export", "");
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      String changed = tampered(export, random).write();

      HttpResponse<String> answer = house.send("POST", "/sessions/import", changed);

      assertThat(answer.statusCode()).as(changed + answer.body()).isIn(200, 422);
      if (answer.statusCode() == 200) {
        String taken = "/sessions/" + House.read(answer).text("id").orElseThrow();
        assertThat(house.send("GET", taken + "/export", "").statusCode()).isEqualTo(200);
        assertThat(house.send("POST", taken + "/undo", "").statusCode()).isIn(200, 409);
      }
    }
  }

  /** Returns the tree with one place, near the root as often as far from it, filled anew. */
  private static Json tampered(Json json, Random random) {
    List<Json> junk =
        List.of(Json.of(-1), Json.of(""), Json.of(1.5), JsonNull.NULL, JsonObject.EMPTY);
    if (random.nextInt(6) == 0) {
      return junk.get(random.nextInt(junk.size()));
    }
    return switch (json) {
      case JsonObject object when !object.members().isEmpty() -> {
        List<String> names = List.copyOf(object.members().keySet());
        String name = names.get(random.nextInt(names.size()));
        yield object.with(name, tampered(object.members().getOrDefault(name, json), random));
      }
      case JsonArray array when !array.elements().isEmpty() -> {
        List<Json> copy = new ArrayList<>(array.elements());
        int index = random.nextInt(copy.size());
        copy.set(index, tampered(copy.get(index), random));
        yield new JsonArray(copy);
      }
      default -> junk.get(random.nextInt(junk.size()));
    };
  }

  @Test
  void theStoryToReadHoldsWhatWasToldAndSaid() {
    String narrative =
        House.read(play("I look around", "key-1"))
            .object("outcome")
            .flatMap(outcome -> outcome.text("narrative"))
            .orElseThrow();

    HttpResponse<String> text = house.send("GET", session + "/export?format=markdown", "");

    assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/markdown");
    assertThat(text.body())
        .startsWith("# ")
        .contains("> I look around")
        .contains(narrative.strip());
  }

  private HttpResponse<String> play(String words, String key) {
    return house.send(
        "POST", session + "/turns", "{\"action\":\"" + words + "\"}", "Idempotency-Key", key);
  }

  private JsonObject standing() {
    return house.json("GET", session, "");
  }

  private static JsonObject timeless(JsonObject session) {
    return session.without("revision").without("updated_at");
  }
}
