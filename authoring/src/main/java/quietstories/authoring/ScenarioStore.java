package quietstories.authoring;

import java.util.List;
import java.util.Optional;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;

/** Where scenarios are kept. Every method is atomic and safe for use by many threads. */
public interface ScenarioStore {

  /** Stores the scenario, in place of the one with its id if there is one. */
  void save(Scenario scenario);

  /** Returns the scenario of that id, unless it was deleted. */
  Optional<Scenario> load(ScenarioId id);

  /** Returns the scenarios that were created last, newest first, at most {@code limit}. */
  List<Scenario> newest(int limit);

  /** Returns how many sessions were begun with that scenario and still exist. */
  int sessionsOf(ScenarioId id);

  /**
   * Deletes the scenario; returns whether it existed. Sessions that were begun with it keep their
   * own rules and can be played on.
   */
  boolean delete(ScenarioId id);
}
