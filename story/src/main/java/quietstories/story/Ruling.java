package quietstories.story;

import quietstories.json.Json;

/** What the rules say to an input. */
public sealed interface Ruling {

  /** The action may be done, and its effects have happened. */
  record Permitted(ActionId action) implements Ruling {}

  /**
   * The action may not be done now; its effects did not happen.
   *
   * @param clause the part of the preconditions that was false
   * @param reason the same in words
   */
  record Refused(ActionId action, Json clause, String reason) implements Ruling {}

  /** No action was chosen: the player's words are free. */
  record Freeform() implements Ruling {}
}
