package quietstories.engine;

import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/**
 * How much of a prompt a budget has room for.
 *
 * <p>What a prompt costs is what the server has to read anew. A prompt that keeps its beginning
 * costs little at any length, but now and then the window moves and all of it behind the fixed part
 * is read again; the plan holds the budget for that turn too. A smaller window moves the window, so
 * it is made smaller in large steps and made larger again only for good.
 *
 * @param limits to write the prompt by
 * @param predictedMs until the first visible text, at most; empty before anything was measured
 * @param unreachable whether not even the shortest prompt would do; the limits then stay as wished
 */
record BudgetPlan(PromptLimits limits, Optional<Double> predictedMs, boolean unreachable) {

  /** The shortest prompt worth sending, in tokens; also the least that limits may say. */
  static final int FLOOR = 1_000;

  /** A cut leaves this part of what would just fit, so that the next turn needs none. */
  private static final double ROOM = 0.85;

  /** The window grows again only if so much more would fit. */
  private static final double FOR_GOOD = 1.5;

  /**
   * What is known of a model.
   *
   * @param pace how it reads
   * @param keptTokens how many tokens at the beginning of a prompt it has always kept in its cache
   * @param holdMs passes between the first token and the first visible text
   */
  record Model(ReadingPace pace, double keptTokens, double holdMs) {

    /** Returns when text is seen after a prompt of that length of which little was kept. */
    double millis(double tokens) {
      return pace.millis(Math.max(0, tokens - keptTokens)) + holdMs;
    }

    /** Returns the longest prompt whose text is seen within {@code millis}; -1 if there is none. */
    double tokens(double millis) {
      double fresh = pace.tokens(millis - holdMs);
      return fresh < 0 ? -1 : fresh + keptTokens;
    }
  }

  /**
   * Returns the plan for a turn.
   *
   * @param leftMs of the budget
   * @param wished the limits that hold without a budget
   * @param now the tokens that the last plan allowed, {@code wished}'s if there was none
   */
  static BudgetPlan of(double leftMs, Model model, PromptLimits wished, int now) {
    int most = wished.maxContextTokens();
    int kept = Math.clamp(now, FLOOR, most);
    double fitting = model.tokens(leftMs);
    if (fitting < FLOOR) {
      return new BudgetPlan(wished, Optional.of(model.millis(FLOOR)), true);
    }
    boolean cut = fitting < kept;
    boolean grow = fitting * ROOM > kept * FOR_GOOD || fitting * ROOM >= most;
    int tokens = (int) Math.clamp(cut || grow ? fitting * ROOM : kept, FLOOR, most);
    PromptLimits limits =
        new PromptLimits(
            wished.maxTurnHistory(), memories(wished, tokens), tokens, wished.enableCaching());
    return new BudgetPlan(limits, Optional.of(model.millis(tokens)), false);
  }

  /** Memories give way with history, in the same measure. */
  private static int memories(PromptLimits wished, int tokens) {
    double part = (double) tokens / wished.maxContextTokens();
    return Math.max(1, (int) Math.round(wished.maxMemoriesPerEntity() * part));
  }

  /** Returns what a timeline says of it: the plan, and what was given up for it. */
  JsonObject about(double budgetMs, PromptLimits wished) {
    JsonObject.Builder about =
        JsonObject.builder()
            .put("budget_ms", budgetMs)
            .putOrNull("predicted_ms", predictedMs.map(value -> Json.of(Math.rint(value))))
            .put("context_tokens", limits.maxContextTokens())
            .put("context_tokens_given_up", wished.maxContextTokens() - limits.maxContextTokens())
            .put(
                "memories_given_up", wished.maxMemoriesPerEntity() - limits.maxMemoriesPerEntity());
    if (unreachable) {
      about.put("budget_unreachable", true);
    }
    return about.build();
  }
}
