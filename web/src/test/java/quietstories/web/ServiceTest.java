package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** Everything of the interface that is not a story. */
final class ServiceTest {

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void programsGetJsonAndBrowsersThePage() {
    HttpResponse<String> program = house.send("GET", "/", "", "Accept", "*/*");
    assertThat(program.body())
        .isEqualTo(
            "{\"message\":\"Dynamic CYOA Engine\",\"version\":\"0.1.0\",\"status\":\"running\","
                + "\"log_level\":\"INFO\"}");
    HttpResponse<String> browser =
        house.send("GET", "/", "", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(browser.body()).startsWith("<!doctype html>");
    assertThat(browser.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    for (HttpResponse<String> answer : List.of(program, browser)) {
      assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept");
    }
    HttpResponse<String> declined = house.send("GET", "/", "", "Accept", "text/html;q=0, */*");
    assertThat(declined.body()).startsWith("{");
  }

  @Test
  void everyFileThatAPageNamesIsServed() {
    for (String page : List.of("/", "/docs", "/redoc")) {
      String html = house.send("GET", page, "", "Accept", "text/html").body();
      var links = java.util.regex.Pattern.compile("(?:src|href)=\"([^#\"]+)\"").matcher(html);
      URI base = URI.create("http://localhost" + page);
      int found = 0;
      while (links.find()) {
        HttpResponse<String> file = house.send("GET", base.resolve(links.group(1)).getPath(), "");
        assertThat(file.statusCode()).as(page + " names " + links.group(1)).isEqualTo(200);
        found++;
      }
      assertThat(found).as(page).isPositive();
    }
    assertThat(house.send("GET", "/page/nothing.js", "").statusCode()).isEqualTo(404);
    assertThat(house.send("GET", "/docs/assets/pom.xml", "").statusCode()).isEqualTo(404);
  }

  @Test
  void readinessDependsOnTheModelAndHealthDoesNot() {
    assertThat(house.json("GET", "/health/ready", "").text("status")).contains("ready");
    house.health.ready = false;
    HttpResponse<String> answer = house.send("GET", "/health/ready", "");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(House.read(answer).object("checks").orElseThrow().members().keySet())
        .containsExactly("database", "model", "embeddings");
    assertThat(house.json("GET", "/health", "").text("status")).contains("healthy");
  }

  @Test
  void limitsChangeOneByOneAndByPresetUnderBothNames() {
    assertThat(house.json("GET", "/optimization/config", "").write())
        .isEqualTo(
            "{\"max_turn_history\":10,\"max_memories_per_entity\":10,"
                + "\"max_context_tokens\":4000,\"enable_caching\":true}");
    JsonObject changed =
        house.json(
            "POST",
            "/optimization/configure",
            "{\"max_turn_history\":\"7\",\"enable_caching\":\"off\",\"max_context_tokens\":null}");
    assertThat(changed.integer("max_turn_history")).hasValue(7);
    assertThat(changed.flag("enable_caching")).contains(false);
    assertThat(changed.integer("max_context_tokens")).hasValue(4_000);
    assertThat(house.json("POST", "/optimization/config", "{}")).isEqualTo(changed);
    for (String path : List.of("/optimization/presets/fast/apply", "/optimization/presets/fast")) {
      JsonObject applied = house.json("POST", path, "");
      assertThat(applied.text("status")).contains("success");
      assertThat(applied.object("config").orElseThrow().integer("max_context_tokens"))
          .hasValue(2_000);
    }
    JsonObject stats = house.json("GET", "/optimization/stats", "");
    assertThat(stats.object("current_config"))
        .contains(house.json("GET", "/optimization/config", ""));
    assertThat(house.json("GET", "/optimization/presets", "").members()).hasSize(7);
  }

  @Test
  void measurementsCountTurnsAndForgetThemOnReset() {
    house.json("POST", house.session() + "/turns", "{}");
    JsonObject turns = turnProcessing();
    assertThat(turns.integer("count")).hasValue(1);
    assertThat(turns.array("recent_operations").orElseThrow().elements()).hasSize(1);
    JsonObject reset = house.json("POST", "/optimization/performance/reset", "");
    assertThat(reset.text("status")).contains("success");
    assertThat(reset.object("metrics").orElseThrow().object("turn_processing").orElseThrow())
        .isEqualTo(turns);
    assertThat(turnProcessing().integer("count")).hasValue(0);
  }

  private JsonObject turnProcessing() {
    JsonObject answer = house.json("GET", "/optimization/performance/metrics", "");
    JsonObject metrics = answer.object("metrics").orElseThrow();
    assertThat(metrics.members().keySet())
        .containsExactly("llm_calls", "tool_executions", "turn_processing", "derived");
    return metrics.object("turn_processing").orElseThrow();
  }

  @Test
  void settingsAreCreatedOnceAndThenOverwritten() {
    JsonObject first =
        house.json("POST", "/settings/", "{\"player_name\":\"Ann\",\"preferences\":null}");
    assertThat(first.object("preferences")).contains(JsonObject.EMPTY);
    JsonObject second =
        house.json("PUT", "/settings", "{\"player_name\":\"Bo\",\"preferences\":{\"a\":1}}");
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(house.json("GET", "/settings/", "")).isEqualTo(second);
  }

  @Test
  void expressionsAreEvaluatedAsPublished() {
    JsonObject answer =
        house.json(
            "POST",
            "/rules/evaluate",
            "{\"logic\":{\"map\":[{\"var\":\"xs\"},{\"*\":[{\"var\":\"\"},2]}]},"
                + "\"data\":{\"xs\":[1,2]}}");
    assertThat(answer.member("result")).contains(JsonReader.read("[2,4]"));
    assertThat(house.json("POST", "/rules/evaluate", "{\"logic\":7}").member("result"))
        .contains(Json.of(7));
  }

  @Test
  void descriptionsAreEnrichedAndPromptsAreShown() {
    JsonObject enriched =
        house.json("POST", "/prompts/enrich", "{\"description\":\" a house by the sea \"}");
    assertThat(enriched.text("original")).contains("a house by the sea");
    assertThat(enriched.text("enriched")).contains("a house by the sea It is night.");
    assertThat(
            house.json("GET", "/prompts/templates", "").array("templates").orElseThrow().objects())
        .extracting(template -> template.text("name").orElseThrow())
        .containsExactly("prompt_enrichment", "scenario_generation", "narrator");
    assertThat(house.send("GET", "/prompts/", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aSessionIsListedThenDeletedAndThenGone() {
    String session = house.session();
    assertThat(house.json("GET", "/sessions/", "").array("sessions").orElseThrow().elements())
        .hasSize(1);
    assertThat(house.json("DELETE", session, "").array("deleted_resources").orElseThrow().texts())
        .containsExactly("database");
    assertThat(house.send("DELETE", session, "").statusCode()).isEqualTo(404);
    assertThat(house.json("GET", "/sessions/", "").array("sessions").orElseThrow().elements())
        .isEmpty();
  }

  @Test
  void turnsAreShownPageByPageAndWhole() {
    String session = house.session();
    for (int i = 0; i < 3; i++) {
      house.json("POST", session + "/turns", "{\"action\":\"step " + i + "\"}");
    }
    JsonObject page = house.json("GET", session + "/turns?from=2&limit=1", "");
    assertThat(page.integer("total")).hasValue(3);
    JsonObject second = page.array("turns").orElseThrow().objects().findFirst().orElseThrow();
    assertThat(second.integer("turn")).hasValue(2);
    JsonObject whole = house.json("GET", session + "/turns/2", "");
    assertThat(whole.without("timeline")).isEqualTo(second);
  }
}
