package quietstories.testkit;

import quietstories.json.JsonObject;

/** What goes wrong in the middle of an answer. */
public sealed interface Trouble {

  /** Nothing does. */
  record None() implements Trouble {}

  /**
   * Nothing more is sent until the server releases it; then the answer goes on.
   *
   * @param after how many pieces are sent before; 0 stalls after the head of the response
   */
  record Stall(int after) implements Trouble {}

  /**
   * The connection is closed in the middle of an event.
   *
   * @param after how many whole pieces are sent before
   * @param reset whether by RST instead of FIN
   */
  record Cut(int after, boolean reset) implements Trouble {}

  /**
   * The response ends in good form, but without finish reason and {@code [DONE]}.
   *
   * @param after how many pieces are sent before
   */
  record Ends(int after) implements Trouble {}

  /**
   * One event has these words as data, such as broken JSON; the answer then goes on.
   *
   * @param after how many pieces are sent before
   */
  record Garble(int after, String data) implements Trouble {}

  /**
   * An event holds an error object, and the stream ends.
   *
   * @param after how many pieces are sent before
   */
  record Fails(int after, JsonObject error) implements Trouble {}
}
