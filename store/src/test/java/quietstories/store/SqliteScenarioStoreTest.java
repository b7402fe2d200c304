package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.authoring.ScenarioStore;
import quietstories.engine.Sample;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.Session;

final class SqliteScenarioStoreTest extends ScenarioStoreContract {

  @TempDir private Path directory;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory.resolve("stories.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected ScenarioStore scenarios() {
    return store.scenarios();
  }

  @Test
  void theSessionsOfAScenarioAreCountedWhileTheyExist() {
    Session one = Sample.session("one");
    store.sessions().create(one);
    store.sessions().create(Sample.session("two"));

    assertThat(scenarios().sessionsOf(one.scenarioId())).isEqualTo(2);
    assertThat(scenarios().sessionsOf(new ScenarioId("other"))).isZero();
    store.sessions().delete(one.id());
    assertThat(scenarios().sessionsOf(one.scenarioId())).isEqualTo(1);
  }

  @Test
  void sessionsKeepTheirRulesWhenTheScenarioChangesOrGoes() {
    Scenario scenario = Sample.scenario("lighthouse", 0);
    Session session = Sample.session("one");
    scenarios().save(scenario);
    store.sessions().create(session);

    scenarios()
        .save(
            new Scenario(
                scenario.id(),
                Sample.spec("lighthouse", "Another Lighthouse"),
                scenario.status(),
                scenario.author(),
                scenario.report(),
                scenario.createdAt(),
                scenario.updatedAt()));
    scenarios().delete(scenario.id());

    assertThat(store.sessions().load(session.id())).contains(session);
    assertThat(scenarios().sessionsOf(scenario.id())).isEqualTo(1);
  }
}
