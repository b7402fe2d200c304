package quietstories.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;

/** Keeps scenarios in memory, for tests. */
public final class InMemoryScenarioStore implements ScenarioStore {

  private final Map<ScenarioId, Scenario> scenarios = new HashMap<>();
  private final Map<ScenarioId, Integer> sessions = new HashMap<>();

  /** Pretends that a session was begun with that scenario. */
  public synchronized void beginSession(ScenarioId id) {
    sessions.merge(id, 1, Integer::sum);
  }

  @Override
  public synchronized void save(Scenario scenario) {
    scenarios.put(scenario.id(), scenario);
  }

  @Override
  public synchronized Optional<Scenario> load(ScenarioId id) {
    return Optional.ofNullable(scenarios.get(id));
  }

  @Override
  public synchronized List<Scenario> newest(int limit) {
    List<Scenario> all = new ArrayList<>(scenarios.values());
    all.sort(Comparator.comparing(Scenario::createdAt).reversed());
    return List.copyOf(all.subList(0, Math.min(limit, all.size())));
  }

  @Override
  public synchronized int sessionsOf(ScenarioId id) {
    return sessions.getOrDefault(id, 0);
  }

  @Override
  public synchronized boolean delete(ScenarioId id) {
    return scenarios.remove(id) != null;
  }
}
