package quietstories.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonPath;
import quietstories.rules.Admission;
import quietstories.story.ToolFate;

/** What each tool does and says. */
class StoryToolsTest {

  private final Workbench bench = Mill.bench();

  @AfterEach
  void putAway() {
    bench.close();
  }

  private Json at(String path) {
    Admission admission = bench.admit(List.of());
    return admission.after().state().at(JsonPath.parse(path)).orElseThrow();
  }

  @Test
  void aPlaceIsReadWithAndWithoutThePrefixStateL16() {
    assertThat(Mill.told(bench, "read_state", Mill.path("player.gold")))
        .isEqualTo("player.gold = 5");
    assertThat(Mill.told(bench, "read_state", Mill.path("state.player.gold")))
        .isEqualTo("player.gold = 5");
    assertThat(
            Mill.told(
                bench,
                "update_state",
                "{\"op\":\"inc\",\"path\":\"state.player.gold\",\"value\":2}"))
        .startsWith("Done");
    assertThat(at("player.gold")).isEqualTo(Json.of(7));
    assertThat(bench.admit(List.of()).after().state().member("state")).isEmpty();
  }

  @Test
  void aMissingPlaceIsNoneAndNamesWhatIsNear() {
    assertThat(Mill.told(bench, "read_state", Mill.path("player.glod")))
        .isEqualTo("player.glod = none; did you mean 'player.gold'?");
    assertThat(Mill.told(bench, "read_state", "{\"path\":\"\"}")).startsWith("'' = none");
  }

  @Test
  void aStatefulReadIsNeverStaleAndTellsWhatChangedL17() {
    assertThat(Mill.told(bench, "stateful_read", Mill.path("player.gold")))
        .endsWith("Not read before.");
    assertThat(Mill.told(bench, "read_state_cached", Mill.path("player.gold")))
        .endsWith("Unchanged since it was last read.");
    Mill.run(bench, "update_state", "{\"op\":\"set\",\"path\":\"player.gold\",\"value\":1}");
    assertThat(Mill.told(bench, "stateful_read", Mill.path("state.player.gold")))
        .isEqualTo("player.gold = 1. Changed since it was last read: it was 5.");
  }

  @Test
  void aStatefulReadTestsItsCondition() {
    String holds = "{\"path\":\"player.gold\",\"condition\":{\">\":[{\"var\":\"player.gold\"},3]}}";
    String fails =
        "{\"path\":\"player.gold\",\"condition\":{\"<\":[{\"var\":\"state.player.gold\"},3]}}";
    String broken =
        "{\"path\":\"player.gold\",\"condition\":{\"nonsense\":[1,{\"frob\":[]}],\"and\":[]}}";
    assertThat(Mill.told(bench, "stateful_read", holds)).endsWith("The condition holds.");
    assertThat(Mill.told(bench, "stateful_read", fails))
        .contains("does not hold: player.gold is 5, but less than 3 is needed");
    assertThat(Mill.run(bench, "stateful_read", broken).use().fate())
        .isIn(ToolFate.FAILED, ToolFate.OK);
  }

  @Test
  void factsOfTheWorldStandAtTheTopOrUnderKwargsL18() {
    Mill.run(bench, "update_world", "{\"weather\":\"storm\"}");
    Mill.run(bench, "update_world", "{\"kwargs\":{\"hour\":\"night\"}}");

    assertThat(at("world").write()).isEqualTo("{\"weather\":\"storm\",\"hour\":\"night\"}");
  }

  @Test
  void aWriteThatChangesNothingSaysSoL19() {
    assertThat(
            Mill.told(
                bench,
                "update_state",
                "{\"op\":\"set\",\"path\":\"player.mood\",\"value\":\"calm\"}"))
        .isEqualTo("No changes. player.mood was so already.");
    assertThat(Mill.told(bench, "update_world", "{}")).isEqualTo("No changes.");
    assertThat(Mill.told(bench, "update_world", "{\"weather\":\"fair\"}")).startsWith("No changes");
  }

  @Test
  void whatTheRulesRefuseIsToldAsRefusedWithTheReason() {
    ToolRun run =
        Mill.run(
            bench, "update_state", "{\"op\":\"set\",\"path\":\"player.gold\",\"value\":\"many\"}");

    assertThat(run.use().fate()).isEqualTo(ToolFate.REFUSED);
    assertThat(run.use().result()).startsWith("Refused: player.gold: player.gold holds a number");
    assertThat(bench.admit(List.of()).refused()).hasSize(1);
  }

  @Test
  void anActionIsDecidedByTheRulesAndTakenOnce() {
    ToolRun refused = Mill.run(bench, "take_action", "{\"action_id\":\"leave\"}");
    assertThat(refused.use().fate()).isEqualTo(ToolFate.REFUSED);
    assertThat(refused.use().result()).contains("wheel.turns is false");

    try (Workbench other = Mill.bench()) {
      ToolRun taken = Mill.run(other, "take_action", "{\"action_id\":\"push\"}");
      assertThat(taken.rolls()).hasSize(1);
      assertThat(taken.use().result()).contains("success").contains("set wheel.turns true");
      assertThat(Mill.told(other, "read_state", Mill.path("player.gold"))).endsWith("= 4");
      assertThat(Mill.told(other, "take_action", "{\"action_id\":\"push\"}"))
          .contains("one action");
      assertThat(
              Mill.told(
                  other, "update_state", "{\"op\":\"set\",\"path\":\"player.gold\",\"value\":9}"))
          .contains("set by the action's own effects");
    }
  }

  @Test
  void anUnknownActionNamesThoseThatThereAre() {
    ToolRun run = Mill.run(bench, "take_action", "{\"action_id\":\"pushh\"}");

    assertThat(run.use().fate()).isEqualTo(ToolFate.FAILED);
    assertThat(run.use().result()).contains("push, leave");
  }

  @Test
  void askingForTheSameDiceAgainIsNoSecondChance() {
    String roll = "{\"kind\":\"athletics\",\"difficulty\":12}";
    ToolRun first = Mill.run(bench, "roll", roll);
    ToolRun second = Mill.run(bench, "roll", roll);

    assertThat(second.use().result()).isEqualTo(first.use().result());
    assertThat(first.rolls()).hasSize(1);
    assertThat(second.rolls()).isEmpty();
    assertThat(first.rolls().getFirst().modifier()).isEqualTo(2);
  }

  @Test
  void somebodyNewJoinsTheCastOnce() {
    String smith = "{\"id\":\"smith\",\"entity_type\":\"npc\",\"name\":\"Old Smith\"}";
    assertThat(Mill.told(bench, "create_character", smith)).startsWith("Done: Old Smith");
    assertThat(Mill.run(bench, "create_character", smith).use().fate()).isEqualTo(ToolFate.REFUSED);
    assertThat(bench.admit(List.of()).after().entities()).hasSize(2);
  }
}
