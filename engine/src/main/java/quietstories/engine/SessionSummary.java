package quietstories.engine;

import java.time.Instant;
import quietstories.story.ScenarioId;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;

/** A session in a list. */
public record SessionSummary(
    SessionId id,
    ScenarioId scenarioId,
    int turn,
    SessionStatus status,
    Instant createdAt,
    Instant updatedAt) {}
