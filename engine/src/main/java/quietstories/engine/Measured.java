package quietstories.engine;

import java.util.Map;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.SessionId;

/**
 * One operation that has ended.
 *
 * @param id such as {@code turn_<session>_<number>}
 * @param name the model, tool or scenario
 * @param session whose operation it was, if it was a session's
 * @param durationNanos by a monotonic clock
 * @param endedAt seconds since 1970
 * @param failed whether it gave no result
 * @param metadata what else is known of it; no text of the story
 * @param derived a turn's further numbers, those that it has
 */
public record Measured(
    OperationType type,
    String id,
    String name,
    Optional<SessionId> session,
    long durationNanos,
    double endedAt,
    boolean failed,
    JsonObject metadata,
    Map<Derived, Double> derived) {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  public Measured {
    derived = Map.copyOf(derived);
  }

  /** Creates an operation without further numbers. */
  public Measured(
      OperationType type,
      String id,
      String name,
      Optional<SessionId> session,
      long durationNanos,
      double endedAt,
      boolean failed,
      JsonObject metadata) {
    this(type, id, name, session, durationNanos, endedAt, failed, metadata, Map.of());
  }

  /** Returns how long it took, in milliseconds. */
  public double durationMs() {
    return durationNanos / NANOS_PER_MILLI;
  }

  /** Returns the form that the public interface shows. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("operation_id", id)
        .put("operation_type", type.wireName())
        .put("duration_ms", durationMs())
        .put("duration_s", durationNanos / NANOS_PER_SECOND)
        .put("timestamp", endedAt)
        .put("metadata", metadata)
        .build();
  }
}
