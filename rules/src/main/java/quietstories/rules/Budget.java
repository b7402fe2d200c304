package quietstories.rules;

import quietstories.json.JsonPath;

/**
 * What one evaluation may cost, so that no expression can hold the program up or fill its memory.
 */
final class Budget {

  private static final int STEPS = 1_000_000;
  private static final int SIZE = 4_000_000;

  private int steps;
  private int size;

  /** Counts one step. */
  void step() {
    if (++steps > STEPS) {
      throw new LogicFault(JsonPath.ROOT, "the expression takes more than " + STEPS + " steps");
    }
  }

  /** Counts characters or elements of a value that is about to be made. */
  void make(int units) {
    size += units;
    if (size > SIZE || size < 0) {
      throw new LogicFault(JsonPath.ROOT, "the expression makes values that are too large");
    }
  }
}
