package quietstories.model;

/** How a model that narrates says what changes. */
public enum AnswerProtocol {
  /** Prose, and tools that it calls. */
  CALLS,
  /** One JSON object whose first member is the prose, kept to by the server. */
  JSON,
  /** Prose, then a marker line, then one JSON object; every model can do that. */
  MARKER;

  /**
   * Returns the best protocol for a server with these abilities. Calls want several tools in one
   * answer, since each further answer would be a further wait.
   */
  public static AnswerProtocol of(ModelAbilities abilities) {
    if (abilities.tools() && abilities.severalCalls()) {
      return CALLS;
    }
    return abilities.schema() ? JSON : MARKER;
  }
}
