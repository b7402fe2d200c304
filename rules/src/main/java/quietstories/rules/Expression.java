package quietstories.rules;

import quietstories.json.Json;

/** A compiled expression. */
@FunctionalInterface
interface Expression {

  /**
   * Returns the value for {@code data}.
   *
   * @throws LogicFault if the budget is used up
   */
  Json evaluate(Json data, Budget budget);
}
