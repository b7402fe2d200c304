package quietstories.engine;

import java.time.Instant;
import java.util.Optional;
import quietstories.story.Branch;
import quietstories.story.ScenarioId;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;

/**
 * A session in a list.
 *
 * @param branch where it parted from another one, if it did
 */
public record SessionSummary(
    SessionId id,
    ScenarioId scenarioId,
    int turn,
    SessionStatus status,
    Instant createdAt,
    Instant updatedAt,
    Optional<Branch> branch) {}
