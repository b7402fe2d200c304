package quietstories.prompt;

/**
 * How the characters of a prompt are shared out. What the fixed beginning gets depends on the
 * limits and the form alone, so that it never changes while they do not.
 *
 * @param background for the texts about the world and its people
 * @param initialState for the state at the beginning
 * @param summary for what happened before the history
 * @param changing for what the last message tells besides the rules and the player's words
 */
record Room(int background, int initialState, int summary, int changing) {

  private static final double BACKGROUND = 0.25;
  private static final double INITIAL_STATE = 0.15;
  private static final double SUMMARY = 0.1;
  private static final double CHANGING = 0.3;
  private static final int MOST_BACKGROUND = 6_000;
  private static final int MOST_SUMMARY = 2_000;

  static Room of(PromptLimits limits, AnswerForm form) {
    double ratio = TokenEstimate.DEFAULT.charactersPerToken();
    double free =
        Math.max(0, limits.maxContextTokens() - TokenEstimate.DEFAULT.of(Opening.fixed(form)))
            * ratio;
    return new Room(
        (int) Math.min(MOST_BACKGROUND, free * BACKGROUND),
        (int) (free * INITIAL_STATE),
        (int) Math.min(MOST_SUMMARY, free * SUMMARY),
        (int) (free * CHANGING));
  }
}
