package quietstories.rules;

/** What came of one change. */
sealed interface Applied {

  /** It happened. */
  record Done(Situation after) implements Applied {}

  /** It could not happen, and nothing has changed. */
  record Skipped(String reason) implements Applied {}
}
