package quietstories.prompt;

import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * How much of a prompt stood in the same place in the one before it.
 *
 * @param reusable tokens that a prefix cache can reuse, by the estimate
 * @param tokens of the whole prompt, by the estimate
 * @param broken why the prompt does not begin as the one before it did, empty if it does
 */
public record PrefixReport(int reusable, int tokens, Optional<PrefixBreak> broken) {

  /** Returns the reusable share, from 0 to 1. */
  public double share() {
    return tokens == 0 ? 0 : reusable / (double) tokens;
  }

  /**
   * Returns {@code reusable_tokens}, {@code reusable_share} and, on a break, {@code prefix_break}.
   */
  public JsonObject toJson() {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("reusable_tokens", reusable)
            .put("reusable_share", Math.round(share() * 1_000) / 1_000.0);
    broken.ifPresent(cause -> json.put("prefix_break", cause.wireName()));
    return json.build();
  }
}
