package quietstories.story;

import java.time.Instant;
import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * A stored scenario. It is never edited while it is played: a session carries the rules it began
 * with.
 *
 * @param author who wrote it: {@code builtin}, a model's name, or {@code import}
 * @param report what the last compile found, if there was one
 */
public record Scenario(
    ScenarioId id,
    ScenarioSpec spec,
    ScenarioStatus status,
    String author,
    Optional<JsonObject> report,
    Instant createdAt,
    Instant updatedAt) {

  /** Returns this scenario after a compile. */
  public Scenario compiled(
      ScenarioSpec newSpec, ScenarioStatus newStatus, JsonObject newReport, Instant now) {
    return new Scenario(id, newSpec, newStatus, author, Optional.of(newReport), createdAt, now);
  }
}
