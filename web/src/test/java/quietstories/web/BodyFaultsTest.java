package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.json.JsonObject;

/** Bodies that do not fit, and bodies that fit although they look otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BodyFaultsTest {

  private House house;
  private String session;

  @BeforeAll
  void open() {
    house = new House();
    session = house.session();
  }

  @AfterAll
  void close() {
    house.close();
  }

  private static JsonObject onlyFault(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(House.read(answer).text("code")).contains("PLAYER_INVALID_INPUT");
    var faults = House.read(answer).array("detail").orElseThrow().elements();
    assertThat(faults).hasSize(1);
    return (JsonObject) faults.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|missing|[\"body\",\"scenario_id\"]",
        "{\"scenario_id\":7}|string_type|[\"body\",\"scenario_id\"]",
        "{\"scenario_id\":\"s\",\"seed\":1.5}|int_from_float|[\"body\",\"seed\"]",
        "{\"scenario_id\":\"s\",\"seed\":\"x\"}|int_parsing|[\"body\",\"seed\"]",
        "{\"scenario_id\":\"s\",\"seed\":[]}|int_type|[\"body\",\"seed\"]",
        "{\"scenario_id\":\"s\",\"seed\":1e300}|int_parsing_size|[\"body\",\"seed\"]",
        "{\"scenario_id\":\"s\",\"config\":[]}|dict_type|[\"body\",\"config\"]",
        "{\"scenario_id\":\"s\",\"config\":{\"num_characters\":0}}|greater_than_equal"
            + "|[\"body\",\"config\",\"num_characters\"]",
        "{\"scenario_id\":\"s\",\"config\":{\"num_characters\":11}}|less_than_equal"
            + "|[\"body\",\"config\",\"num_characters\"]",
        "{\"scenario_id\":\"s\",\"config\":{\"generate_world_background\":\"perhaps\"}}"
            + "|bool_parsing|[\"body\",\"config\",\"generate_world_background\"]",
        "{\"scenario_id\":\"s\",\"config\":{\"initial_entities\":[{},{\"id\":\"a\"}]}}"
            + "|value_error|[\"body\",\"config\",\"initial_entities\",0]",
        "{\"scenario_id\":\"s\",\"config\":{\"initial_entities\":[{\"id\":\"a\"},{\"id\":\"a\"}]}}"
            + "|value_error|[\"body\",\"config\",\"initial_entities\",1]"
      })
  void aFieldThatDoesNotFitIsNamed(String body, String type, String place) {
    JsonObject fault = onlyFault(house.send("POST", "/sessions/", body));
    assertThat(fault.text("type")).contains(type);
    assertThat(fault.array("loc").orElseThrow().write()).isEqualTo(place);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    HttpResponse<String> answer =
        house.send("POST", "/sessions/", "{\"seed\":1.5,\"config\":{\"num_characters\":0}}");
    assertThat(House.read(answer).array("detail").orElseThrow().elements()).hasSize(3);
  }

  @Test
  void whatIsObviousIsUnderstood() {
    JsonObject made =
        house.json(
            "POST",
            "/sessions/",
            """
            {"scenario_id":"lighthouse","seed":"42","unknown":1,
             "config":{"num_characters":"2","generate_world_background":"no",
                       "generate_entity_backgrounds":0,"player_name":null}}""");
    JsonObject shown = house.json("GET", "/sessions/" + made.text("id").orElseThrow(), "");
    assertThat(shown.integer("seed")).hasValue(42);
    assertThat(shown.text("world_background")).isEmpty();
  }

  @Test
  void aSeedOfNothingIsASeed() {
    JsonObject made =
        house.json("POST", "/sessions/", "{\"scenario_id\":\"lighthouse\",\"seed\":0}");
    JsonObject shown = house.json("GET", "/sessions/" + made.text("id").orElseThrow(), "");
    assertThat(shown.integer("seed")).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"action\":|json_invalid",
        "{\"action\":\"a\"} x|json_invalid",
        "{'action':1}|json_invalid",
        "{\"action\":NaN}|json_invalid",
        "{\"action\":Infinity}|json_invalid",
        "{\"parameters\":{\"x\":1e999}}|number_out_of_range",
        "{\"action\":\"\\ud800\"}|text_invalid",
        "{\"action\":\"\\u0000\"}|text_invalid"
      })
  void textThatIsNoJsonIsShownWhereItBreaks(String body, String type) {
    JsonObject fault = onlyFault(house.send("POST", session + "/turns", body));
    assertThat(fault.text("type")).contains(type);
    assertThat(fault.array("loc").orElseThrow().write()).matches("\\[\"body\",\\d+]");
    assertThat(house.json("GET", session, "").integer("turn")).hasValue(0);
  }

  @Test
  void nestingHasAnEnd() {
    String deep = "{\"parameters\":" + "[".repeat(200) + "]".repeat(200) + "}";
    assertThat(onlyFault(house.send("POST", session + "/turns", deep)).text("type"))
        .contains("json_too_deep");
    String endless = "[".repeat(100_000);
    assertThat(house.send("POST", session + "/turns", endless).statusCode()).isEqualTo(422);
  }

  @Test
  void aBodyThatIsMissingOrNoObjectIsNamed() {
    JsonObject missing = onlyFault(house.send("POST", session + "/turns", ""));
    assertThat(missing.text("type")).contains("missing");
    assertThat(missing.array("loc").orElseThrow().write()).isEqualTo("[\"body\"]");
    JsonObject list = onlyFault(house.send("POST", session + "/turns", "[]"));
    assertThat(list.text("type")).contains("model_attributes_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"parameters\":null}", "{\"action\":5}", "{\"action_id\":\" \"}"})
  void anInputThatIsNoneIsRefused(String body) {
    onlyFault(house.send("POST", session + "/turns", body));
    onlyFault(house.send("POST", session + "/turns/stream", body));
  }

  @Test
  void anActionThatTheScenarioLacksIsRefusedWithItsPlace() {
    JsonObject fault =
        onlyFault(house.send("POST", session + "/turns", "{\"action_id\":\"fly_to_the_moon\"}"));
    assertThat(fault.array("loc").orElseThrow().write()).isEqualTo("[\"body\",\"action_id\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "\t"})
  void aKeyMustBePrintable(String key) throws Exception {
    try (RawClient client = new RawClient(house.door.port())) {
      client.send(
          "POST "
              + session
              + "/turns HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nIdempotency-Key: a"
              + key
              + "b\r\nConnection: close\r\n\r\n{}");
      assertThat(client.readAll()).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void aKeyHasAtMostTwoHundredCharacters() {
    HttpResponse<String> answer =
        house.send("POST", session + "/turns", "{}", "Idempotency-Key", "k".repeat(201));
    assertThat(onlyFault(answer).array("loc").orElseThrow().write())
        .isEqualTo("[\"header\",\"Idempotency-Key\"]");
  }

  @Test
  void aBodyOfAnotherTypeIsNotRead() {
    HttpResponse<String> answer =
        house.send("POST", session + "/turns", "{}", "Content-Type", "text/plain");
    assertThat(answer.statusCode()).isEqualTo(422);
  }

  @Test
  void lengthsCountCodePoints() {
    String name = "🦉".repeat(100);
    assertThat(house.send("POST", "/settings/", "{\"player_name\":\"" + name + "\"}").statusCode())
        .isEqualTo(200);
    JsonObject longer =
        onlyFault(house.send("POST", "/settings/", "{\"player_name\":\"" + name + "🦉\"}"));
    assertThat(longer.text("type")).contains("string_too_long");
    JsonObject none = onlyFault(house.send("POST", "/settings/", "{\"player_name\":\"\"}"));
    assertThat(none.text("type")).contains("string_too_short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"max_turn_history\":0}",
        "{\"max_turn_history\":51}",
        "{\"max_memories_per_entity\":101}",
        "{\"max_context_tokens\":999}",
        "{\"max_context_tokens\":100001}",
        "{\"enable_caching\":\"maybe\"}"
      })
  void limitsKeepTheirRanges(String body) {
    onlyFault(house.send("POST", "/optimization/configure", body));
  }

  @Test
  void pathsAndQueriesAreCheckedToo() {
    for (String path : List.of("/turns/one", "/turns/0", "/turns?limit=0", "/turns?from=x")) {
      HttpResponse<String> answer = house.send("GET", session + path, "");
      assertThat(answer.statusCode()).as(path).isEqualTo(422);
    }
  }
}
