package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.ActionId;
import quietstories.story.EndingId;
import quietstories.story.EventId;

class BalanceTrialsTest {

  private static TrialReport run(JsonObject spec, int trials) {
    return BalanceTrials.run(Rulebook.compile(Stories.spec(spec)), trials);
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(run(Stories.harbour(), 200)).isEqualTo(run(Stories.harbour(), 200));
  }

  @Test
  void zeroIsASeedLikeAnyOther() {
    TrialReport zero = run(Stories.harbour(), 200);
    TrialReport one = run(Stories.harbour().with("seed", Json.of(1)), 200);
    assertThat(zero.averageTurns()).isNotEqualTo(one.averageTurns());
  }

  @Test
  void everyTrialIsCountedOnce() {
    TrialReport report = run(Stories.harbour(), 301);
    assertThat(report.trials()).isEqualTo(301);
    assertThat(report.losses() + report.wins()).isBetween(1, 301);
    assertThat(report.lossRate()).isEqualTo(report.losses() / 301.0);
    assertThat(report.playableAtStart()).isTrue();
  }

  @Test
  void whatNeverHappensIsNamed() {
    TrialReport report = run(Stories.harbour(), 200);
    assertThat(report.neverAvailable()).containsExactly(new ActionId("leave"));
    assertThat(report.neverFired()).containsExactly(new EventId("never"));
    assertThat(report.neverMet())
        .contains(new EndingId("broke"))
        .doesNotContain(new EndingId("in"));
  }

  @Test
  void aScenarioWithoutActionsIsUnplayable() {
    TrialReport report = run(Stories.harbour().with("actions", JsonArray.EMPTY), 20);
    assertThat(report.playableAtStart()).isFalse();
    assertThat(report.wins()).isZero();
  }

  @Test
  void aScenarioThatIsOverAtItsStartIsUnplayable() {
    JsonObject dead = Parsed.object("{'player':{'health':0,'gold':1},'door':'closed','log':[]}");
    TrialReport report = run(Stories.harbour().with("state", dead), 20);
    assertThat(report.playableAtStart()).isFalse();
    assertThat(report.losses()).isEqualTo(20);
    assertThat(report.averageTurns()).isZero();
    assertThat(report.carefulSurvival()).isZero();
  }

  @Test
  void aScenarioThatCanNotBeLostRunsToItsBound() {
    JsonObject safe =
        Stories.harbour()
            .with("random_events", JsonArray.EMPTY)
            .with("win_conditions", JsonArray.EMPTY)
            .with("negativity_budget", Parsed.json("{'min_fail_rate':0.2}"))
            .with(
                "actions",
                Parsed.json("[{'id':'rest','params':{},'preconditions':{},'effects':[]}]"));
    TrialReport report = run(safe, 20);
    assertThat(report.losses()).isZero();
    assertThat(report.averageTurns()).isEqualTo(50);
    assertThat(report.toJson().member("average_turns_to_loss")).contains(Parsed.json("null"));
  }

  @Test
  void careAvoidsALossThatOneStepForesees() {
    JsonObject trap =
        Stories.harbour()
            .with("random_events", JsonArray.EMPTY)
            .with("win_conditions", JsonArray.EMPTY)
            .with("negativity_budget", Parsed.json("{'min_fail_rate':0.2}"))
            .with(
                "actions",
                Parsed.json(
                    "[{'id':'rest','params':{},'preconditions':{},'effects':[]},"
                        + "{'id':'jump','params':{},'preconditions':{},'effects':"
                        + "[{'op':'set','path':'player.health','value':0}]}]"));
    TrialReport report = run(trap, 100);
    assertThat(report.carefulSurvival()).isEqualTo(1);
    assertThat(report.losses()).isEqualTo(50);
  }

  @Test
  void careMakesForTheWin() {
    JsonObject path =
        Stories.harbour()
            .with("random_events", JsonArray.EMPTY)
            .with("negativity_budget", Parsed.json("{'min_fail_rate':0.2}"))
            .with(
                "win_conditions",
                Parsed.json(
                    "[{'id':'rich','condition':{'>=':[{'var':'player.gold'},9]},'message':'Rich.'}]"))
            .with(
                "actions",
                Parsed.json(
                    "[{'id':'earn','params':{},'preconditions':{},'effects':"
                        + "[{'op':'inc','path':'player.gold','value':1}]},"
                        + "{'id':'rest','params':{},'preconditions':{},'effects':[]}]"));
    TrialReport report = run(path, 2);
    assertThat(report.wins()).isEqualTo(2);
    assertThat(report.averageTurnsToWin()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void theNumberOfTrialsIsBounded() {
    Rulebook rules = Stories.rules();
    assertThatIllegalArgumentException().isThrownBy(() -> BalanceTrials.run(rules, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> BalanceTrials.run(rules, 100_001));
  }

  @Test
  @Tag("long")
  void manyTrialsAgreeWithFewer() {
    assertThat(run(Stories.harbour(), 20_000).lossRate())
        .isCloseTo(run(Stories.harbour(), 2_000).lossRate(), Offset.offset(0.05));
  }
}
