package quietstories.prompt;

import quietstories.story.InvalidStory;

/**
 * How much a prompt may hold.
 *
 * @param maxTurnHistory the most earlier turns, 1 to 50
 * @param maxMemoriesPerEntity the most memories for each entity, 1 to 100
 * @param maxContextTokens the most tokens, by the estimate of {@link TokenEstimate}, 1,000 to
 *     100,000
 * @param enableCaching whether the prompt is laid out for the server's prefix cache
 */
public record PromptLimits(
    int maxTurnHistory, int maxMemoriesPerEntity, int maxContextTokens, boolean enableCaching) {

  /** The limits with which a server starts. */
  public static final PromptLimits DEFAULT = new PromptLimits(10, 10, 4_000, true);

  public PromptLimits {
    within("max_turn_history", maxTurnHistory, 1, 50);
    within("max_memories_per_entity", maxMemoriesPerEntity, 1, 100);
    within("max_context_tokens", maxContextTokens, 1_000, 100_000);
  }

  private static void within(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidStory(name, "must be from " + min + " to " + max + ", not " + value);
    }
  }
}
