package quietstories.rules;

import quietstories.json.JsonPath;

/**
 * What one evaluation may cost. Every evaluated operator is a step, and work that grows with its
 * data (copied lists, joined text) costs steps in proportion, so the budget bounds memory as well.
 */
final class Budget {

  /** The steps of one evaluation. */
  static final long STEPS = 1_000_000;

  private static final int CHARACTERS_PER_STEP = 16;

  private long left = STEPS;

  /**
   * Takes {@code steps} away.
   *
   * @throws LogicFault if they are not left
   */
  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new LogicFault(JsonPath.ROOT, "takes more than " + STEPS + " steps to evaluate");
    }
  }

  /** Takes away what it costs to handle {@code characters} of text. */
  void spendText(long characters) {
    spend(1 + characters / CHARACTERS_PER_STEP);
  }
}
