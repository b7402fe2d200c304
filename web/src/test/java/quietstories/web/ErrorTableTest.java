package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quietstories.authoring.AuthoringException;
import quietstories.authoring.AuthoringFault;
import quietstories.engine.EngineException;
import quietstories.engine.EngineFault;
import quietstories.engine.PlayedTurn;
import quietstories.engine.RevisionConflict;
import quietstories.json.JsonObject;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.story.Ending;
import quietstories.story.EndingId;
import quietstories.story.EndingKind;

/** Each thing that can go wrong, and the status and code that say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErrorTableTest {

  private House house;
  private TurnPlayer usual;

  @BeforeAll
  void open() {
    house = new House();
    usual = house.player;
  }

  @AfterAll
  void close() {
    house.close();
  }

  static Stream<Arguments> turnFaults() {
    return Stream.of(
        Arguments.of(engine(EngineFault.UNKNOWN_SESSION), 404, "PLAYER_NOT_FOUND", false),
        Arguments.of(engine(EngineFault.UNKNOWN_TURN), 404, "PLAYER_NOT_FOUND", false),
        Arguments.of(engine(EngineFault.NOT_COMPILED), 400, "AUTHOR_NOT_COMPILED", false),
        Arguments.of(engine(EngineFault.QUEUE_FULL), 429, "PLAYER_QUEUE_FULL", true),
        Arguments.of(engine(EngineFault.KEY_REUSED), 422, "PLAYER_KEY_REUSED", false),
        Arguments.of(engine(EngineFault.INVALID_INPUT), 422, "PLAYER_INVALID_INPUT", false),
        Arguments.of(engine(EngineFault.CONFLICT), 409, "SERVER_CONFLICT", false),
        Arguments.of(engine(EngineFault.CANCELLED), 409, "PLAYER_CANCELLED", false),
        Arguments.of(model(ModelFault.UNAVAILABLE), 502, "MODEL_UNAVAILABLE", false),
        Arguments.of(model(ModelFault.TIMEOUT), 504, "MODEL_TIMEOUT", false),
        Arguments.of(model(ModelFault.RATE_LIMITED), 429, "MODEL_RATE_LIMITED", true),
        Arguments.of(model(ModelFault.UNAUTHORIZED), 502, "MODEL_UNAUTHORIZED", false),
        Arguments.of(model(ModelFault.REJECTED), 502, "MODEL_REJECTED", false),
        Arguments.of(model(ModelFault.UNUSABLE), 502, "MODEL_UNUSABLE", false),
        Arguments.of(new IllegalStateException("secret"), 500, "SERVER_INTERNAL", false),
        Arguments.of(new StackOverflowError(), 500, "SERVER_INTERNAL", false));
  }

  private static EngineException engine(EngineFault fault) {
    return new EngineException(fault, "in words");
  }

  private static ModelException model(ModelFault fault) {
    return new ModelException(fault, "in words", true);
  }

  @ParameterizedTest
  @MethodSource("turnFaults")
  void aTurnThatFailsSaysWhyInBothForms(
      Throwable fault, int status, String code, boolean retryAfter) {
    house.player = (id, input, listener, cancellation) -> fail(fault);
    for (String path : List.of("/sessions/x/turns", "/sessions/x/turns/stream")) {
      HttpResponse<String> answer =
          house.send("POST", path, "{}", "Origin", "http://localhost:3000");
      assertThat(answer.statusCode()).as(path).isEqualTo(status);
      assertThat(House.read(answer).text("code")).contains(code);
      assertThat(answer.body()).doesNotContain("secret");
      assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(retryAfter);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
          .contains("http://localhost:3000");
      assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(8);
    }
    house.player = usual;
  }

  private static PlayedTurn fail(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) fault;
  }

  @Test
  void aStoryThatIsOverAnswersWithItsEnding() {
    Ending ending = new Ending(new EndingId("dark"), EndingKind.LOSS, "The light is out.");
    house.player = (id, input, listener, cancellation) -> fail(EngineException.ended(ending));
    HttpResponse<String> answer = house.send("POST", "/sessions/x/turns", "{}");
    house.player = usual;
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(House.read(answer).object("ending")).contains(ending.toJson());
  }

  @Test
  void aVendorsWishToWaitIsPassedOnInWholeSeconds() {
    ModelException fault =
        new ModelException(
            ModelFault.RATE_LIMITED,
            "busy",
            true,
            Optional.of(Duration.ofMillis(2_100)),
            new IllegalStateException());
    house.player = (id, input, listener, cancellation) -> fail(fault);
    HttpResponse<String> answer = house.send("POST", "/sessions/x/turns", "{}");
    house.player = usual;
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
  }

  @Test
  void aConflictInTheStoreIsOne() {
    house.player = (id, input, listener, cancellation) -> fail(new RevisionConflict());
    assertThat(house.send("POST", "/sessions/x/turns", "{}").statusCode()).isEqualTo(409);
    house.player = usual;
  }

  @Test
  void aModelOfNoUseToAnAuthorIsABadRequest() {
    for (RuntimeException fault :
        List.of(
            model(ModelFault.UNUSABLE),
            new AuthoringException(AuthoringFault.UNUSABLE_ANSWER, "in words"))) {
      house.author.failure = Optional.of(fault);
      HttpResponse<String> generated =
          house.send("POST", "/scenarios/generate", "{\"description\":\"\"}");
      HttpResponse<String> enriched =
          house.send("POST", "/prompts/enrich", "{\"description\":\"a house by the sea\"}");
      assertThat(List.of(generated.statusCode(), enriched.statusCode())).containsOnly(400);
      assertThat(House.read(generated).text("code")).contains("MODEL_UNUSABLE");
      assertThat(House.read(enriched).text("code")).contains("MODEL_UNUSABLE");
    }
    house.author.failure = Optional.of(model(ModelFault.TIMEOUT));
    assertThat(house.send("POST", "/scenarios/generate", "{\"description\":\"\"}").statusCode())
        .isEqualTo(504);
    house.author.failure = Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /sessions/no",
        "DELETE /sessions/no",
        "GET /sessions/no/turns",
        "GET /sessions/no/turns/1",
        "GET /sessions/no/turns/1/timeline",
        "GET /sessions/no/memories",
        "GET /sessions/no/emotions",
        "GET /sessions/no/relationships",
        "GET /sessions/no/relationships/anna",
        "GET /sessions/no/graph/summary",
        "GET /sessions/no/enrichment/queue",
        "POST /sessions/no/enrichment/process",
        "POST /sessions/no/regenerate-backgrounds",
        "GET /sessions/no/performance",
        "POST /sessions/no/turns",
        "POST /sessions/no/turns/stream"
      })
  void anUnknownSessionIsNotFoundAnywhere(String call) {
    String[] parts = call.split(" ", 2);
    HttpResponse<String> answer =
        house.send(parts[0], parts[1], parts[1].contains("/turns") ? "{}" : "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(House.read(answer).text("detail")).contains("Session not found");
  }

  @Test
  void anUnknownScenarioIsNotFoundAnywhere() {
    for (String call :
        List.of("GET /scenarios/no", "DELETE /scenarios/no", "POST /scenarios/no/compile")) {
      String[] parts = call.split(" ", 2);
      HttpResponse<String> answer = house.send(parts[0], parts[1], "");
      assertThat(answer.statusCode()).as(call).isEqualTo(404);
      assertThat(House.read(answer).text("detail")).contains("Scenario not found");
    }
    for (String id : List.of("no", "")) {
      String body = "{\"scenario_id\":\"" + id + "\"}";
      assertThat(house.send("POST", "/sessions/", body).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatIsMissingInAnExistingSessionIsNotFound() {
    String session = house.session();
    for (String path :
        List.of(
            "/turns/1", "/turns/1/timeline", "/relationships/nobody", "/nothing", "/turns/1/x")) {
      assertThat(house.send("GET", session + path, "").statusCode()).as(path).isEqualTo(404);
    }
    HttpResponse<String> task =
        house.send("POST", session + "/enrichment/process?task_id=analysis", "");
    assertThat(task.statusCode()).isEqualTo(404);
  }

  @Test
  void onlyACompiledScenarioCanBePlayed() {
    String id =
        house
            .json("POST", "/scenarios/generate", "{\"description\":\"x\"}")
            .text("id")
            .orElseThrow();
    HttpResponse<String> answer =
        house.send("POST", "/sessions/", "{\"scenario_id\":\"" + id + "\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(House.read(answer).text("detail")).contains("Scenario must be compiled first");
  }

  @Test
  void aScenarioInUseIsDeletedOnlyByForce() {
    String id =
        house
            .json("POST", "/scenarios/generate", "{\"description\":\"x\"}")
            .text("id")
            .orElseThrow();
    house.shelf.sessions = 1;
    HttpResponse<String> answer = house.send("DELETE", "/scenarios/" + id, "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(House.read(answer).text("code")).contains("AUTHOR_IN_USE");
    assertThat(house.send("DELETE", "/scenarios/" + id + "?force=maybe", "").statusCode())
        .isEqualTo(422);
    assertThat(house.send("DELETE", "/scenarios/" + id + "?force=yes", "").statusCode())
        .isEqualTo(200);
    house.shelf.sessions = 0;
  }

  @Test
  void anImportNamesEveryProblemAndItsPlace() {
    HttpResponse<String> answer =
        house.send("POST", "/scenarios/", "{\"spec\":{\"id\":\"x\",\"actions\":[{}]}}");
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonObject body = House.read(answer);
    assertThat(body.text("code")).contains("AUTHOR_INVALID_SPEC");
    assertThat(body.array("detail").orElseThrow().objects())
        .allSatisfy(
            fault ->
                assertThat(fault.array("loc").orElseThrow().write())
                    .startsWith("[\"body\",\"spec\""))
        .anySatisfy(
            fault ->
                assertThat(fault.array("loc").orElseThrow().write())
                    .startsWith("[\"body\",\"spec\",\"actions\",0"));
  }

  @Test
  void unknownPathsAndMethodsAreAnsweredAsEver() {
    HttpResponse<String> path = house.send("GET", "/nowhere", "");
    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(path.body()).isEqualTo("{\"detail\":\"Not Found\",\"code\":\"PLAYER_NOT_FOUND\"}");
    HttpResponse<String> method = house.send("PATCH", "/sessions/", "{}");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(House.read(method).text("detail")).contains("Method Not Allowed");
    assertThat(method.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void anExpressionThatIsBrokenIsShownItsPlace() {
    HttpResponse<String> answer =
        house.send("POST", "/rules/evaluate", "{\"logic\":{\"and\":[{\"nonsense\":[1]}]}}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(House.read(answer).text("code")).contains("AUTHOR_INVALID_LOGIC");
    assertThat(answer.body()).contains("[\"body\",\"logic\",\"and\"");
  }

  @Test
  void anUnknownPresetNamesTheKnownOnes() {
    HttpResponse<String> answer = house.send("POST", "/optimization/presets/best/apply", "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(House.read(answer).array("available_presets").orElseThrow().texts())
        .contains("fast", "balanced", "quality", "local_llm", "cloud_llm", "minimal", "maximum");
  }

  @Test
  void settingsThatWereNeverSavedAreNotFound() {
    assertThat(house.send("GET", "/settings/", "").statusCode()).isEqualTo(404);
    assertThat(house.send("PUT", "/settings/", "{\"player_name\":\"Ann\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aDescriptionTooShortToEnrichIsABadRequest() {
    HttpResponse<String> answer =
        house.send("POST", "/prompts/enrich", "{\"description\":\"  too few  \"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(House.read(answer).text("code")).contains("AUTHOR_TOO_SHORT");
  }
}
