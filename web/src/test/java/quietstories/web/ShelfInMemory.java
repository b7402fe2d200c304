package quietstories.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.authoring.ScenarioStore;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;

/** Keeps scenarios as long as the process lives. */
final class ShelfInMemory implements ScenarioStore {

  private final Map<ScenarioId, Scenario> all = new LinkedHashMap<>();

  /** How many sessions each scenario is said to have. */
  volatile int sessions;

  @Override
  public synchronized void save(Scenario scenario) {
    all.put(scenario.id(), scenario);
  }

  @Override
  public synchronized Optional<Scenario> load(ScenarioId id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized List<Scenario> newest(int limit) {
    List<Scenario> newest = new ArrayList<>(all.values());
    Collections.reverse(newest);
    return newest.stream().limit(limit).toList();
  }

  @Override
  public int sessionsOf(ScenarioId id) {
    return sessions;
  }

  @Override
  public synchronized boolean delete(ScenarioId id) {
    return Optional.ofNullable(all.remove(id)).isPresent();
  }
}
