package quietstories.prompt;

import java.util.Optional;

/**
 * Compares a session's prompts with each other. The prefix holds if everything of the earlier
 * prompt but its last message stands at the beginning of the later one, byte for byte.
 */
public final class PrefixGuard {

  private PrefixGuard() {}

  /**
   * Returns what the later prompt shares with the earlier one. Only whole messages count, so the
   * share is never too high.
   *
   * @param before the earlier prompt of the same session, if it is known
   */
  public static PrefixReport compare(
      Optional<PrefixTrace> before, Prompt prompt, TokenEstimate estimate) {
    PrefixTrace now = prompt.trace();
    int tokens = estimate.of(prompt);
    if (before.isEmpty()) {
      return new PrefixReport(0, tokens, Optional.of(PrefixBreak.FIRST_PROMPT));
    }
    PrefixTrace earlier = before.get();
    if (!earlier.tools().equals(now.tools())) {
      return new PrefixReport(0, tokens, Optional.of(toolsOrForm(earlier, now)));
    }
    int shared = shared(earlier, now);
    int reusable =
        shared == 0
            ? 0
            : estimate.ofTools(prompt.tools()) + estimate.of(prompt.messages().subList(0, shared));
    boolean holds = shared >= earlier.messages().size() - 1;
    return new PrefixReport(
        reusable, tokens, holds ? Optional.empty() : Optional.of(cause(earlier, now, shared)));
  }

  /** Returns how many messages at the beginning are the same. */
  private static int shared(PrefixTrace earlier, PrefixTrace now) {
    int most = Math.min(earlier.messages().size(), now.messages().size());
    int shared = 0;
    while (shared < most && earlier.messages().get(shared).equals(now.messages().get(shared))) {
      shared++;
    }
    return shared;
  }

  private static PrefixBreak toolsOrForm(PrefixTrace earlier, PrefixTrace now) {
    return earlier.form() == now.form() ? PrefixBreak.TOOLS_CHANGED : PrefixBreak.FORM_CHANGED;
  }

  private static PrefixBreak cause(PrefixTrace earlier, PrefixTrace now, int shared) {
    if (earlier.form() != now.form()) {
      return PrefixBreak.FORM_CHANGED;
    }
    if (!earlier.limits().equals(now.limits())) {
      return PrefixBreak.SETTINGS_CHANGED;
    }
    if (shared < earlier.opening()) {
      return PrefixBreak.CAST_OR_WORLD_CHANGED;
    }
    if (earlier.firstTurn() != now.firstTurn()) {
      return earlier.firstTurn() < now.firstTurn()
          ? PrefixBreak.HISTORY_CUT
          : PrefixBreak.TURNS_REPLACED;
    }
    return earlier.summarised() == now.summarised()
        ? PrefixBreak.TURNS_REPLACED
        : PrefixBreak.SUMMARY_CHANGED;
  }
}
