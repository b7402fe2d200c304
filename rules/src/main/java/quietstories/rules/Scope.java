package quietstories.rules;

import quietstories.json.Json;

/**
 * What an expression sees while it is evaluated.
 *
 * @param data what {@code var} reads: the whole data, or one element inside {@code map} and its kin
 * @param root the whole data, whatever the depth
 * @param inner whether {@code data} is an element and not the whole
 * @param budget what the evaluation may still cost
 */
record Scope(Json data, Json root, boolean inner, Budget budget) {

  static Scope of(Json data) {
    return new Scope(data, data, false, new Budget());
  }

  Scope within(Json element) {
    return new Scope(element, root, true, budget);
  }
}
