package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quietstories.authoring.ScenarioStore;
import quietstories.engine.Sample;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioStatus;

/** What every place for scenarios must do. */
abstract class ScenarioStoreContract {

  private static final ScenarioId UNKNOWN = new ScenarioId("nobody");

  /** Returns the store under test, which is empty at the beginning of each test. */
  protected abstract ScenarioStore scenarios();

  @Test
  void whatWasSavedComesBackEqual() {
    Scenario scenario = Sample.scenario("one", 0);

    scenarios().save(scenario);

    assertThat(scenarios().load(scenario.id())).contains(scenario);
  }

  @Test
  void anUnknownScenarioIsNotThere() {
    assertThat(scenarios().load(UNKNOWN)).isEmpty();
    assertThat(scenarios().delete(UNKNOWN)).isFalse();
    assertThat(scenarios().sessionsOf(UNKNOWN)).isZero();
    assertThat(scenarios().newest(10)).isEmpty();
  }

  @Test
  void aLaterSaveReplacesTheWholeOfAnEarlierOne() {
    Scenario first = Sample.scenario("one", 0);
    Scenario second =
        first.compiled(
            first.spec().withState(JsonObject.of("oil", Json.of(1))),
            ScenarioStatus.FAILED,
            JsonObject.of("loss_rate", Json.of(1)),
            Sample.BEGINNING.plusSeconds(9));

    scenarios().save(first);
    scenarios().save(second);

    assertThat(scenarios().load(first.id())).contains(second);
    assertThat(scenarios().newest(10)).containsExactly(second);
  }

  @Test
  void anyTextSurvives() {
    String text = "NUL \u0000 quote ' emoji 👩‍🚀 lone \ud83d";
    Scenario plain = Sample.scenario("one", 0);
    Scenario scenario =
        new Scenario(
            plain.id(),
            Sample.spec("id " + text, text),
            ScenarioStatus.IMPORTED,
            text,
            Optional.empty(),
            plain.createdAt(),
            plain.updatedAt());

    scenarios().save(scenario);

    assertThat(scenarios().load(plain.id())).contains(scenario);
  }

  @Test
  void scenariosAreListedByTheirAgeNewestFirst() {
    scenarios().save(Sample.scenario("old", 1));
    scenarios().save(Sample.scenario("new", 3));
    scenarios().save(Sample.scenario("middle", 2));
    scenarios().save(Sample.scenario("old", 1));

    assertThat(newest(10)).containsExactly("new", "middle", "old");
    assertThat(newest(2)).containsExactly("new", "middle");
    assertThat(newest(0)).isEmpty();
  }

  @Test
  void aDeletedScenarioIsGoneUntilItIsSavedAgain() {
    Scenario scenario = Sample.scenario("one", 0);
    scenarios().save(scenario);

    assertThat(scenarios().delete(scenario.id())).isTrue();
    assertThat(scenarios().delete(scenario.id())).isFalse();
    assertThat(scenarios().load(scenario.id())).isEmpty();
    assertThat(newest(10)).isEmpty();

    scenarios().save(scenario);
    assertThat(scenarios().load(scenario.id())).contains(scenario);
  }

  private List<String> newest(int limit) {
    return scenarios().newest(limit).stream().map(scenario -> scenario.id().value()).toList();
  }
}
