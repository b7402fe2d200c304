package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.JsonObject;

/** The interface's description and what is served must not drift apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DescriptionTest {

  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");

  private House house;
  private JsonNode description;
  private String session;

  @BeforeAll
  void open() throws Exception {
    house = new House();
    description = new ObjectMapper().readTree(house.send("GET", "/openapi.json", "").body());
    session = house.session();
    house.json("POST", session + "/turns", "{\"action\":\"I look around\"}");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionServed() {
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              verb -> {
                if (VERBS.contains(verb)) {
                  described.add(verb.toUpperCase(Locale.ROOT) + " " + plain(path.getKey()));
                }
              });
    }
    Set<String> served = new TreeSet<>();
    for (Route route : house.door.described()) {
      served.add(route.verb() + " " + plain(route.template().text()));
    }
    assertThat(served).isEqualTo(described);
  }

  /** Names in braces may differ. */
  private static String plain(String template) {
    return template.replaceAll("\\{[^}]+}", "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "GET|/|/||200",
        "GET|/health|/health||200",
        "GET|/health/live|/health/live||200",
        "GET|/health/ready|/health/ready||200",
        "GET|/openapi.json|/openapi.json||200",
        "GET|/scenarios/|/scenarios/||200",
        "GET|/scenarios/{scenario_id}|/scenarios/lighthouse||200",
        "GET|/scenarios/{scenario_id}|/scenarios/no||404",
        "POST|/scenarios/generate|/scenarios/generate|{\"description\":\"x\"}|200",
        "POST|/scenarios/generate|/scenarios/generate|{}|422",
        "POST|/scenarios/|/scenarios/|{\"spec\":{}}|422",
        "POST|/scenarios/{scenario_id}/compile|/scenarios/lighthouse/compile||200",
        "GET|/sessions/|/sessions/||200",
        "POST|/sessions/|/sessions/|{\"scenario_id\":\"lighthouse\"}|200",
        "POST|/sessions/|/sessions/|{\"seed\":1.5}|422",
        "GET|/sessions/{session_id}|SESSION||200",
        "GET|/sessions/{session_id}|/sessions/no||404",
        "POST|/sessions/{session_id}/turns|SESSION/turns|{\"action\":\"on\"}|200",
        "POST|/sessions/{session_id}/turns|SESSION/turns|{\"action_id\":\"no such\"}|422",
        "GET|/sessions/{session_id}/turns|SESSION/turns||200",
        "GET|/sessions/{session_id}/turns/{turn}|SESSION/turns/1||200",
        "GET|/sessions/{session_id}/turns/{turn}|SESSION/turns/99||404",
        "GET|/sessions/{session_id}/turns/{turn}|SESSION/turns/x||422",
        "GET|/sessions/{session_id}/memories|SESSION/memories||200",
        "GET|/sessions/{session_id}/emotions|SESSION/emotions||200",
        "GET|/sessions/{session_id}/relationships|SESSION/relationships||200",
        "GET|/sessions/{session_id}/relationships/{entity_id}|SESSION/relationships/POV||200",
        "GET|/sessions/{session_id}/graph/summary|SESSION/graph/summary||200",
        "GET|/sessions/{session_id}/enrichment/queue|SESSION/enrichment/queue||200",
        "POST|/sessions/{session_id}/enrichment/process|SESSION/enrichment/process||200",
        "POST|/sessions/{session_id}/regenerate-backgrounds|SESSION/regenerate-backgrounds||200",
        "GET|/sessions/{session_id}/performance|SESSION/performance||200",
        "GET|/sessions/cache/stats|/sessions/cache/stats||200",
        "POST|/prompts/enrich|/prompts/enrich|{\"description\":\"a house by the sea\"}|200",
        "POST|/prompts/enrich|/prompts/enrich|{\"description\":\"short\"}|400",
        "GET|/prompts/templates|/prompts/templates||200",
        "POST|/settings/|/settings/|{\"player_name\":\"Ann\"}|200",
        "GET|/settings/|/settings/||200",
        "PUT|/settings/|/settings/|{\"player_name\":\"\"}|422",
        "POST|/rules/evaluate|/rules/evaluate|{\"logic\":{\"+\":[1,2]}}|200",
        "POST|/rules/evaluate|/rules/evaluate|{\"logic\":{\"no\":1}}|422",
        "GET|/optimization/config|/optimization/config||200",
        "POST|/optimization/configure|/optimization/configure|{\"max_turn_history\":5}|200",
        "GET|/optimization/stats|/optimization/stats||200",
        "POST|/optimization/cache/clear|/optimization/cache/clear||200",
        "GET|/optimization/presets|/optimization/presets||200",
        "POST|/optimization/presets/{name}/apply|/optimization/presets/fast/apply||200",
        "POST|/optimization/presets/{name}|/optimization/presets/best||404",
        "GET|/optimization/performance/metrics|/optimization/performance/metrics||200",
        "POST|/optimization/performance/reset|/optimization/performance/reset||200",
        "POST|/optimization/performance/snapshots|/optimization/performance/snapshots|{\"name\":\"a\"}|200",
        "POST|/optimization/performance/snapshots|/optimization/performance/snapshots|{}|422",
        "GET|/optimization/performance/compare|/optimization/performance/compare?before=a&after=a||200",
        "GET|/optimization/performance/compare|/optimization/performance/compare?before=a&after=b||404",
        "GET|/optimization/performance/compare|/optimization/performance/compare?before=a||422",
        "GET|/optimization/performance/metrics|/optimization/performance/metrics?session_id=||422",
        "GET|/optimization/performance/metrics|/optimization/performance/metrics?session_id=%20||422",
        "GET|/optimization/advice|/optimization/advice||200"
      })
  void anAnswerFitsItsDescription(
      String verb, String template, String path, String body, int status) {
    String pov = house.json("GET", session, "").text("point_of_view").orElseThrow();
    String where = path.replace("SESSION", session).replace("POV", pov);
    HttpResponse<String> answer = house.send(verb, where, body == null ? "" : body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode responses =
        description.get("paths").get(template).get(verb.toLowerCase(Locale.ROOT)).get("responses");
    JsonNode response = resolved(responses.get(Integer.toString(status)));
    String pointer = "/content/application~1json/schema";
    assertThat(problems(response.at(pointer), answer.body())).isEmpty();
  }

  @Test
  void everyEventFitsItsDescription() {
    try (SseClient stream =
        SseClient.open(
            house.client,
            house.request("POST", session + "/turns/stream", "{\"action\":\"on\"}"))) {
      List<JsonObject> events = stream.rest();
      assertThat(events).isNotEmpty();
      JsonNode schema = description.at("/components/schemas/StreamEvent");
      for (JsonObject event : events) {
        assertThat(problems(schema, event.write())).as(event.write()).isEmpty();
      }
    }
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.get("$ref");
    return reference == null ? node : description.at(reference.asText().substring(1));
  }

  private List<String> problems(JsonNode schema, String json) {
    assertThat(schema.isMissingNode()).isFalse();
    var whole = schema.deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode) whole)
        .set("components", description.get("components"));
    List<String> problems = new ArrayList<>();
    Set<ValidationMessage> found =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(whole)
            .validate(json, com.networknt.schema.InputFormat.JSON);
    found.forEach(message -> problems.add(message.toString()));
    return problems;
  }
}
