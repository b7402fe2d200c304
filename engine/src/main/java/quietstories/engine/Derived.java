package quietstories.engine;

/** A number that every turn may have and that its operations alone do not show. */
public enum Derived {
  /** Milliseconds from the input to the first text that a player saw. */
  TIME_TO_FIRST_VISIBLE_TEXT("time_to_first_visible_text"),
  /** Milliseconds from the input to the rules' verdict. */
  TIME_TO_VERDICT("time_to_verdict"),
  /** Milliseconds of the reply in which neither a model nor a tool was at work. */
  OVERHEAD("overhead"),
  /** The tools' summed time over the time in which at least one of them ran; 1 is one by one. */
  TOOL_PARALLELISM("tool_parallelism"),
  /** The part of the prompts' tokens that came from a server's cache, from 0 to 1. */
  CACHED_TOKEN_SHARE("cached_token_share"),
  /** How many model calls the reply took. */
  MODEL_CALLS_PER_TURN("model_calls_per_turn");

  private final String wireName;

  Derived(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the key in metrics. */
  public String wireName() {
    return wireName;
  }
}
