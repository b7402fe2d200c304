package quietstories.engine;

import java.util.List;
import java.util.Map;
import quietstories.json.JsonObject;

/**
 * Keeps what everything took. Safe for use by many threads; recording is quick and never throws.
 */
public interface Measurements {

  /** Records one operation that has ended, well or badly. */
  void record(Measured operation);

  /** Returns everything since the last reset; every type is present. */
  Map<OperationType, Summary> summary();

  /** Forgets everything and returns what was kept until now. */
  Map<OperationType, Summary> reset();

  /** What can be measured. */
  enum OperationType {
    LLM_CALL("llm_call", "llm_calls"),
    TOOL_EXECUTION("tool_execution", "tool_executions"),
    TURN_PROCESSING("turn_processing", "turn_processing");

    private final String wireName;
    private final String category;

    OperationType(String wireName, String category) {
      this.wireName = wireName;
      this.category = category;
    }

    /** Returns the name in records, such as {@code llm_call}. */
    public String wireName() {
      return wireName;
    }

    /** Returns the key in metrics, such as {@code llm_calls}. */
    public String category() {
      return category;
    }
  }

  /**
   * One operation.
   *
   * @param id such as {@code turn_<session>_<number>}
   * @param name the model, tool or scenario
   * @param durationNanos by a monotonic clock
   * @param endedAt seconds since 1970
   * @param failed whether it gave no result
   */
  record Measured(
      OperationType type,
      String id,
      String name,
      long durationNanos,
      double endedAt,
      boolean failed,
      JsonObject metadata) {}

  /**
   * The operations of one type; all times in milliseconds, 0 if there were none.
   *
   * @param failures how many of {@code count} failed
   * @param recent the last five, oldest first
   */
  record Summary(
      long count,
      long failures,
      double totalMs,
      double minMs,
      double maxMs,
      List<Measured> recent) {

    /** Returns the mean, 0 without operations. */
    public double averageMs() {
      return count == 0 ? 0 : totalMs / count;
    }
  }
}
