package quietstories.authoring;

import quietstories.story.Scenario;

final class InMemoryScenarioStoreTest extends ScenarioStoreContract {

  private final InMemoryScenarioStore store = new InMemoryScenarioStore();

  @Override
  protected ScenarioStore store() {
    return store;
  }

  @Override
  protected void beginSession(Scenario scenario) {
    store.beginSession(scenario.id());
  }
}
