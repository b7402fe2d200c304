package quietstories.story;

import java.time.Instant;
import java.util.Optional;

/**
 * What of a session never changes.
 *
 * @param spec the rules it is played by
 * @param seed together with a turn's number it decides every die of that turn
 * @param branch where it parted from another session, if it did
 */
public record Premise(
    ScenarioId scenarioId,
    ScenarioSpec spec,
    long seed,
    Instant createdAt,
    Optional<Branch> branch) {

  /** Returns the premise of a session of its own. */
  public static Premise of(ScenarioId scenarioId, ScenarioSpec spec, long seed, Instant createdAt) {
    return new Premise(scenarioId, spec, seed, createdAt, Optional.empty());
  }

  /** Returns the premise of a session that parts from this one there. */
  public Premise asBranch(Branch newBranch) {
    return new Premise(scenarioId, spec, seed, createdAt, Optional.of(newBranch));
  }
}
