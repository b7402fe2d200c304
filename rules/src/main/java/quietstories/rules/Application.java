package quietstories.rules;

/** What became of one change. */
sealed interface Application {

  /** It happened, as a whole. */
  record Applied(Situation after) implements Application {}

  /** It cannot happen, and nothing has changed. */
  record Inapplicable(String reason) implements Application {}
}
