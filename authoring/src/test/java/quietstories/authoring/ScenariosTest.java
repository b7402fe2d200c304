package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.ModelException;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioStatus;

final class ScenariosTest {

  private final Desk desk = new Desk();

  @Test
  void aGeneratedScenarioIsStoredUnderTheModelsName() {
    Scenarios scenarios = desk.scenarios(ScriptedModel.answering(Specs.CELLAR));
    Scenario scenario = scenarios.generate("A cellar");
    assertThat(scenario.status()).isEqualTo(ScenarioStatus.GENERATED);
    assertThat(scenario.author()).isEqualTo("script-1");
    assertThat(scenario.createdAt()).isEqualTo(Desk.NOW);
    assertThat(scenarios.load(scenario.id())).isEqualTo(scenario);
  }

  @Test
  void aFailedGenerationStoresNothing() {
    Scenarios useless = desk.scenarios(ScriptedModel.answering("no", "no"));
    assertThatThrownBy(() -> useless.generate("A cellar")).isInstanceOf(AuthoringException.class);
    Scenarios silent = desk.scenarios(new ScriptedModel());
    assertThatThrownBy(() -> silent.generate("A cellar")).isInstanceOf(ModelException.class);
    assertThat(silent.newest()).isEmpty();
  }

  @Test
  void anImportIsStoredAsItIs() {
    Scenario scenario = desk.scenarios().importSpec(Specs.with("seed", "0"));
    assertThat(scenario.status()).isEqualTo(ScenarioStatus.IMPORTED);
    assertThat(scenario.author()).isEqualTo("import");
    assertThat(scenario.spec().seed()).isZero();
  }

  @Test
  void anImportNamesEveryProblemAndItsPlace() {
    JsonObject json =
        Specs.with(
            Specs.with("random_events.0.weight", "0.9"), "loss_conditions.1.condition", "{}");
    assertThatThrownBy(() -> desk.scenarios().importSpec(json))
        .isInstanceOfSatisfying(
            AuthoringException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(AuthoringFault.INVALID_SPEC);
              assertThat(e.problems())
                  .extracting(problem -> problem.place().toString())
                  .contains("random_events.0.weight", "loss_conditions.1");
            });
    assertThat(desk.scenarios().newest()).isEmpty();
  }

  @Test
  void anImportWithABrokenExpressionIsRefusedAtItsPlace() {
    JsonObject json =
        Specs.with("loss_conditions.0.condition", "{\"and\": [{\"nonsense\": [1, 2]}]}");
    assertThatThrownBy(() -> desk.scenarios().importSpec(json))
        .isInstanceOfSatisfying(
            AuthoringException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        problem ->
                            assertThat(problem.place().toString())
                                .startsWith("loss_conditions.0.condition")));
  }

  @Test
  void anUnknownScenarioIsAFaultEverywhere() {
    ScenarioId nobody = new ScenarioId("nobody");
    Scenarios scenarios = desk.scenarios();
    assertThatThrownBy(() -> scenarios.load(nobody)).satisfies(ScenariosTest::isUnknown);
    assertThatThrownBy(() -> scenarios.compile(nobody)).satisfies(ScenariosTest::isUnknown);
    assertThatThrownBy(() -> scenarios.delete(nobody, true)).satisfies(ScenariosTest::isUnknown);
  }

  private static void isUnknown(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            AuthoringException.class,
            e -> assertThat(e.fault()).isEqualTo(AuthoringFault.UNKNOWN_SCENARIO))
        .hasMessage("Scenario not found");
  }

  @Test
  void aScenarioInUseIsDeletedOnlyByForce() {
    Scenarios scenarios = desk.scenarios();
    Scenario scenario = scenarios.importSpec(Specs.json());
    desk.store.beginSession(scenario.id());
    assertThatThrownBy(() -> scenarios.delete(scenario.id(), false))
        .isInstanceOfSatisfying(
            AuthoringException.class, e -> assertThat(e.fault()).isEqualTo(AuthoringFault.IN_USE));
    assertThat(scenarios.load(scenario.id())).isEqualTo(scenario);
    scenarios.delete(scenario.id(), true);
    assertThat(scenarios.newest()).isEmpty();
  }

  @Test
  void anUnusedScenarioIsDeletedWithoutForce() {
    Scenarios scenarios = desk.scenarios();
    scenarios.delete(scenarios.importSpec(Specs.json()).id(), false);
    assertThat(scenarios.newest()).isEmpty();
  }

  @Test
  void aScenarioThatIsDeletedDuringItsCompileStaysDeleted() {
    Scenario scenario = desk.scenarios().importSpec(Specs.json());
    Scenarios deleting =
        desk.scenarios(
            task -> {
              desk.scenarios().delete(scenario.id(), false);
              task.run();
            });
    assertThatThrownBy(() -> deleting.compile(scenario.id())).satisfies(ScenariosTest::isUnknown);
    assertThat(desk.scenarios().newest()).isEmpty();
  }

  @Test
  void theWholeRoomCanBeUsedWhileAScenarioIsTried() {
    Scenario scenario = desk.scenarios().importSpec(Specs.json());
    Scenarios scenarios =
        desk.scenarios(
            task -> {
              Scenario other = desk.scenarios().importSpec(Specs.json());
              desk.scenarios().delete(other.id(), false);
              desk.scenarios().compile(scenario.id());
              task.run();
            });
    Compilation compilation = scenarios.compile(scenario.id());
    assertThat(compilation.scenario()).isEqualTo(scenarios.load(scenario.id()));
  }

  @Test
  void compilingStoresTheRepairAndTheReport() {
    Scenarios scenarios = desk.scenarios();
    JsonObject json =
        Specs.with(
            "actions.0.effects",
            "[{\"op\":\"inc\",\"path\":\"state.player.renown\",\"value\":1},"
                + "{\"op\":\"dec\",\"path\":\"water\",\"value\":2}]");
    ScenarioId id = scenarios.importSpec(json).id();
    Compilation compilation = scenarios.compile(id);
    Scenario stored = scenarios.load(id);
    assertThat(stored.status()).isEqualTo(ScenarioStatus.COMPILED);
    assertThat(stored.report()).contains(compilation.results());
    assertThat(stored.spec().state().object("player").orElseThrow().member("renown"))
        .contains(Json.of(0));
    assertThat(compilation.results().array("repairs").orElseThrow().texts())
        .singleElement()
        .asString()
        .contains("player.renown");
    assertThat(compilation.results().flag("auto_repair_attempted")).contains(true);
  }

  @Test
  void compilingAgainGivesTheSameScenario() {
    Scenarios scenarios = desk.scenarios();
    ScenarioId id = scenarios.importSpec(Specs.json()).id();
    Compilation first = scenarios.compile(id);
    Compilation second = scenarios.compile(id);
    assertThat(second.scenario()).isEqualTo(first.scenario());
    assertThat(second.results().array("repairs")).contains(JsonArray.EMPTY);
  }

  @Test
  void twoRoomsCompileAlike() {
    JsonObject first = compiled(new Desk());
    assertThat(compiled(new Desk())).isEqualTo(first);
  }

  private static JsonObject compiled(Desk desk) {
    Scenarios scenarios = desk.scenarios();
    return scenarios.compile(scenarios.importSpec(Specs.json()).id()).toJson();
  }
}
