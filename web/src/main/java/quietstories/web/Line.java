package quietstories.web;

import quietstories.model.Cancellation;

/** The connection to one client, as far as a route needs it. */
@FunctionalInterface
interface Line {

  /** A line that never breaks. */
  Line STEADY = cancellation -> () -> {};

  /**
   * Cancels {@code cancellation} once the client goes away. The connection serves no further call
   * after that.
   */
  Watch watch(Cancellation cancellation);

  /** A watch over the line; closing it ends it. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
