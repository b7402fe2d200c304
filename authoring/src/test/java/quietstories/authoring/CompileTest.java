package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.ScenarioStatus;

final class CompileTest {

  private static final String CLOSED = "{\"==\": [{\"var\": \"door_open\"}, true]}";

  @Test
  void aPlayableScenarioCompilesWithTheContractsNumbers() {
    JsonObject answer = compile(Specs.json()).toJson();
    assertThat(answer.text("status")).contains("compiled");
    JsonObject results = answer.object("validation_results").orElseThrow();
    assertThat(results.flag("valid")).contains(true);
    assertThat(results.flag("monte_carlo_passed")).contains(true);
    assertThat(results.array("issues")).contains(JsonArray.EMPTY);
    JsonObject numbers = results.object("monte_carlo_results").orElseThrow();
    assertThat(numbers.members().keySet())
        .startsWith(
            "total_simulations",
            "failures",
            "successes",
            "avg_turns_to_failure",
            "avg_turns_to_success",
            "fail_rate",
            "passed");
    assertThat(numbers.integer("total_simulations")).hasValue(200);
    assertThat(numbers.integer("successes").orElseThrow()).isPositive();
    assertThat(numbers.number("fail_rate").orElseThrow().value()).isBetween(0.1, 0.9);
  }

  static Stream<Arguments> unplayable() {
    return Stream.of(
        Arguments.of("no actions", Specs.with("actions", "[]"), "no actions"),
        Arguments.of(
            "all preconditions false", allClosed(), "'Bail out water' is closed: door_open"),
        Arguments.of(
            "lost at the start",
            Specs.with("state.player.health", "0"),
            "the loss condition 'dead' holds already at the start"),
        Arguments.of(
            "won at the start",
            Specs.with("state.door_open", "true"),
            "the win condition 'out' holds already at the start"),
        Arguments.of(
            "dies in turn 1",
            Specs.with("negativity_budget.decay_per_turn", "{\"player.health\": -10}"),
            "lost within 10 turns in 100.0%"),
        Arguments.of("no ending in reach", harmless(), "reached an ending"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unplayable")
  void whatNobodyCanPlayFailsWithAReason(String name, JsonObject json, String reason) {
    Compilation compilation = compile(json);
    assertThat(compilation.scenario().status()).as(name).isEqualTo(ScenarioStatus.FAILED);
    assertThat(compilation.results().flag("valid")).contains(true);
    assertThat(compilation.results().flag("monte_carlo_passed")).contains(false);
    assertThat(compilation.results().array("issues").orElseThrow().texts())
        .anySatisfy(issue -> assertThat(issue).contains(reason));
  }

  @Test
  void aBrokenRuleFailsWithItsPlace() {
    JsonObject json =
        Specs.with("win_conditions.0.condition", "{\">\": [{\"var\": \"crown\"}, 0]}");
    Compilation compilation = compile(json);
    assertThat(compilation.scenario().status()).isEqualTo(ScenarioStatus.FAILED);
    assertThat(compilation.results().flag("valid")).contains(false);
    assertThat(compilation.results().flag("auto_repair_attempted")).contains(true);
    assertThat(compilation.results().array("issues").orElseThrow().texts())
        .singleElement()
        .asString()
        .startsWith("win_conditions.0.condition")
        .contains("crown");
  }

  @Test
  void whatNeverHappensIsAWarning() {
    JsonObject json =
        Specs.with(
            "actions.4",
            "{\"id\":\"fly\",\"params\":{},\"effects\":[],"
                + "\"preconditions\":{\">\":[{\"var\":\"player.coins\"},999]}}");
    JsonObject more =
        Specs.with(
            json,
            "loss_conditions.2",
            "{\"id\":\"rich\",\"condition\":{\">\":[{\"var\":\"player.coins\"},999]},\"message\":\"!\"}");
    Compilation compilation = compile(more);
    assertThat(compilation.scenario().status()).isEqualTo(ScenarioStatus.COMPILED);
    assertThat(warnings(compilation))
        .anySatisfy(warning -> assertThat(warning).contains("'fly'"))
        .anySatisfy(warning -> assertThat(warning).contains("'rich'"));
  }

  @Test
  void aScenarioThatIsTooMildIsTunedWithinTheLimits() {
    JsonObject mild =
        Specs.with(
            Specs.with(
                "negativity_budget",
                "{\"min_fail_rate\":0.12,\"decay_per_turn\":{\"water\":0.25}}"),
            "random_events.0.weight",
            "0.05");
    JsonObject milder = Specs.with(mild, "random_events.1.weight", "0.05");
    Compilation compilation = compile(milder);
    ScenarioSpec before = Specs.spec(milder);
    List<RandomEvent> after = compilation.scenario().spec().randomEvents();
    assertThat(compilation.scenario().status()).isEqualTo(ScenarioStatus.COMPILED);
    assertThat(after).isNotEqualTo(before.randomEvents());
    assertThat(warnings(compilation)).noneMatch(warning -> warning.contains("were lost"));
    assertThat(after).allSatisfy(event -> assertThat(event.weight()).isBetween(0.05, 0.30));
    assertThat(compilation.results().array("repairs").orElseThrow().texts())
        .anySatisfy(repair -> assertThat(repair).contains("weight"));
  }

  @Test
  void aScenarioThatStaysTooMildIsPlayableWithAWarning() {
    JsonObject json =
        Specs.with("negativity_budget", "{\"min_fail_rate\":1,\"decay_per_turn\":{}}");
    Compilation compilation = compile(json);
    assertThat(compilation.scenario().status()).isEqualTo(ScenarioStatus.COMPILED);
    assertThat(warnings(compilation))
        .anySatisfy(warning -> assertThat(warning).contains("asks for at least 100.0%"));
  }

  @Test
  void aTunedScenarioCompilesToItselfAgain() {
    Desk desk = new Desk();
    Scenarios scenarios = desk.scenarios();
    JsonObject json =
        Specs.with("negativity_budget", "{\"min_fail_rate\":0.9,\"decay_per_turn\":{}}");
    Compilation first = scenarios.compile(scenarios.importSpec(json).id());
    Compilation second = scenarios.compile(first.scenario().id());
    assertThat(first.scenario().spec()).isNotEqualTo(Specs.spec(json));
    assertThat(second.scenario().spec()).isEqualTo(first.scenario().spec());
  }

  @Test
  void aScenarioThatIsFarTooLargeFailsAtOnce() {
    String action = "{\"params\":{},\"preconditions\":{},\"effects\":[],\"id\":\"a%d\"}";
    String actions =
        IntStream.range(0, 20_000).mapToObj(action::formatted).collect(Collectors.joining(","));
    String state = "\"" + "x".repeat(100_000) + "\"";
    JsonObject json = Specs.with(Specs.with("actions", "[" + actions + "]"), "state.text", state);
    Compilation compilation = compile(json);
    assertThat(compilation.scenario().status()).isEqualTo(ScenarioStatus.FAILED);
    assertThat(compilation.results().array("issues").orElseThrow().texts())
        .singleElement()
        .asString()
        .startsWith("The scenario is too large");
  }

  @Test
  void aLargeScenarioIsTriedLessOften() {
    assertThat(TrialCount.of(Specs.playable(), 1_000)).hasValue(1_000);
    JsonObject large = Specs.with("state.text", "\"" + "x".repeat(1_000_000) + "\"");
    assertThat(TrialCount.of(Specs.spec(large), 1_000).orElseThrow()).isBetween(10, 999);
    assertThat(TrialCount.of(Specs.spec(large), 1)).hasValue(1);
  }

  @Test
  void manyCompilesOfOneScenarioAtOnceStoreOneResult() throws InterruptedException {
    Desk desk = new Desk();
    Scenarios scenarios = desk.scenarios();
    ScenarioId id = scenarios.importSpec(Specs.json()).id();
    Set<Compilation> results = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(i -> Thread.ofPlatform().start(() -> results.add(scenarios.compile(id))))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(results)
        .singleElement()
        .extracting(Compilation::scenario)
        .isEqualTo(scenarios.load(id));
  }

  private static List<String> warnings(Compilation compilation) {
    return compilation.results().array("warnings").orElseThrow().texts().toList();
  }

  private static JsonObject allClosed() {
    JsonObject json = Specs.json();
    for (int i = 0; i < 4; i++) {
      json = Specs.with(json, "actions." + i + ".preconditions", CLOSED);
    }
    return json;
  }

  private static JsonObject harmless() {
    JsonObject json =
        Specs.with("negativity_budget", "{\"min_fail_rate\":0.1,\"decay_per_turn\":{}}");
    JsonObject quiet = Specs.with(json, "random_events", "[]");
    return Specs.with(
        quiet,
        "actions",
        "[{\"id\":\"wait\",\"params\":{},\"preconditions\":{},\"effects\":[]},"
            + "{\"id\":\"open\",\"params\":{},\"preconditions\":{\">\":[{\"var\":\"water\"},0]},"
            + "\"effects\":[{\"op\":\"set\",\"path\":\"door_open\",\"value\":true}]}]");
  }

  private static Compilation compile(JsonObject json) {
    Scenarios scenarios = new Desk().scenarios();
    return scenarios.compile(scenarios.importSpec(json).id());
  }
}
