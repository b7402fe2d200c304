package quietstories.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.SpecCheck;
import quietstories.story.SpecWriter;

final class SpecRepairTest {

  @Test
  void aSoundScenarioStaysAsItIs() {
    Repaired repaired = SpecRepair.repair(Specs.playable());
    assertThat(repaired.spec()).isEqualTo(Specs.playable());
    assertThat(repaired.notes()).isEmpty();
  }

  @Test
  void aNumberThatIsChangedButMissingBeginsAtZero() {
    JsonObject json = effect("{\"op\":\"inc\",\"path\":\"state.player.renown\",\"value\":1}");
    Repaired repaired = SpecRepair.repair(Specs.spec(json));
    assertThat(at(repaired, "player.renown")).isEqualTo(Json.of(0));
    assertThat(repaired.notes()).singleElement().asString().contains("player.renown").contains("0");
    assertThat(SpecCheck.problems(repaired.spec())).isEmpty();
  }

  @Test
  void aDecayingNumberThatIsMissingBeginsAtZero() {
    JsonObject json = Specs.with("negativity_budget.decay_per_turn", "{\"state.cold\": 0.5}");
    Repaired repaired = SpecRepair.repair(Specs.spec(json));
    assertThat(at(repaired, "cold")).isEqualTo(Json.of(0));
  }

  @Test
  void aNumberThatIsTextBecomesANumber() {
    Repaired repaired = SpecRepair.repair(Specs.spec(Specs.with("state.player.health", "\"10\"")));
    assertThat(repaired.spec()).isEqualTo(Specs.playable());
    assertThat(repaired.notes()).hasSize(1);
  }

  @Test
  void listsThatAreAppendedToAreCreated() {
    JsonObject json = effect("{\"op\":\"push\",\"path\":\"player.bag\",\"value\":\"rope\"}");
    assertThat(at(SpecRepair.repair(Specs.spec(json)), "player.bag")).isEqualTo(JsonArray.EMPTY);
    JsonObject log =
        effect(Specs.without("state.log"), "{\"op\":\"addlog\",\"path\":\"\",\"value\":\"Drip.\"}");
    assertThat(at(SpecRepair.repair(Specs.spec(log)), "log")).isEqualTo(JsonArray.EMPTY);
  }

  @Test
  void aPlaceThatAnotherEffectSetsIsLeftToThatEffect() {
    JsonObject json =
        Specs.with(
            "actions.0.effects",
            """
            [{"op":"set","path":"lamp","value":3},{"op":"dec","path":"lamp","value":1}]
            """);
    Repaired repaired = SpecRepair.repair(Specs.spec(json));
    assertThat(repaired.spec().state().member("lamp")).isEmpty();
    assertThat(repaired.notes()).isEmpty();
  }

  @Test
  void aPrefixWrittenTwiceIsWrittenOnce() {
    JsonObject json = effect("{\"op\":\"dec\",\"path\":\"state.state.water\",\"value\":2}");
    JsonObject both =
        Specs.with(
            json, "actions.0.preconditions", "{\">\": [{\"var\": \"state.state.water\"}, 1]}");
    Repaired repaired = SpecRepair.repair(Specs.spec(both));
    assertThat(repaired.spec().actions().getFirst().effects().getFirst().path())
        .isEqualTo("state.water");
    assertThat(repaired.spec().actions().getFirst().preconditions().write())
        .isEqualTo("{\">\":[{\"var\":\"state.water\"},1]}");
    assertThat(repaired.spec().state()).isEqualTo(Specs.playable().state());
    assertThat(SpecCheck.problems(repaired.spec())).isEmpty();
  }

  @Test
  void aStateThatReallyHasAStateKeepsItsPrefixes() {
    JsonObject json =
        Specs.with(
            effect("{\"op\":\"inc\",\"path\":\"state.state.level\",\"value\":2}"),
            "state.state",
            "{\"state\": {\"level\": 1}}");
    assertThat(SpecRepair.repair(Specs.spec(json)).notes()).isEmpty();
  }

  @Test
  void pointersBecomeDottedPaths() {
    JsonObject json = effect("{\"op\":\"dec\",\"path\":\"/player/health\",\"value\":2}");
    Repaired repaired = SpecRepair.repair(Specs.spec(json));
    assertThat(repaired.spec().actions().getFirst().effects().getFirst().path())
        .isEqualTo("player.health");
    assertThat(SpecCheck.problems(repaired.spec())).isEmpty();
  }

  @Test
  void aPointOfViewThatIsNobodyIsDropped() {
    Repaired repaired = SpecRepair.repair(Specs.spec(Specs.with("point_of_view", "\"ghost\"")));
    assertThat(repaired.spec().pointOfView()).isEmpty();
    assertThat(repaired.notes()).hasSize(1);
  }

  @Test
  void theVariableOfAnEndingIsNeverInvented() {
    JsonObject json =
        Specs.with("win_conditions.0.condition", "{\">\": [{\"var\": \"treasure\"}, 3]}");
    Repaired repaired = SpecRepair.repair(Specs.spec(json));
    assertThat(repaired.spec().state().member("treasure")).isEmpty();
    assertThat(SpecCheck.problems(repaired.spec()))
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).contains("treasure"));
  }

  @Test
  void repairingTwiceIsRepairingOnce() {
    JsonObject json = effect("{\"op\":\"inc\",\"path\":\"/a/b\",\"value\":\"1\"}");
    Repaired once = SpecRepair.repair(Specs.spec(json));
    Repaired twice = SpecRepair.repair(once.spec());
    assertThat(once.notes()).isNotEmpty();
    assertThat(twice.notes()).isEmpty();
    assertThat(SpecWriter.write(twice.spec())).isEqualTo(SpecWriter.write(once.spec()));
  }

  private static Json at(Repaired repaired, String path) {
    return repaired.spec().state().at(JsonPath.parse(path)).orElseThrow();
  }

  private static JsonObject effect(String effect) {
    return effect(Specs.json(), effect);
  }

  private static JsonObject effect(JsonObject json, String effect) {
    return Specs.with(json, "actions.0.effects", "[" + effect + "]");
  }
}
