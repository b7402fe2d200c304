package quietstories.engine;

/** What is measured as an operation. */
public enum OperationType {
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
