package quietstories.rules;

import quietstories.json.Json;

/** A compiled expression. */
interface Node {

  /**
   * Returns the value under {@code scope}.
   *
   * @throws LogicFault if the scope's budget runs out
   */
  Json evaluate(Scope scope);
}
