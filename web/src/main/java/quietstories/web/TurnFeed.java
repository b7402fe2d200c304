package quietstories.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import quietstories.engine.PlayedTurn;
import quietstories.engine.Trail;
import quietstories.engine.TurnListener;

/**
 * Plays a turn on a thread of its own and hands over what happens in it. The queue has no bound, so
 * a client that reads slowly never holds the turn; it holds no more than one narrative.
 */
final class TurnFeed {

  private final BlockingQueue<TurnSignal> signals = new LinkedBlockingQueue<>();

  private TurnFeed() {}

  /** Begins to play; {@code play} is given the listener to tell. */
  static TurnFeed start(Function<TurnListener, PlayedTurn> play) {
    TurnFeed feed = new TurnFeed();
    Thread.ofVirtual().name("turn").start(Trail.carried(() -> feed.run(play)));
    return feed;
  }

  private void run(Function<TurnListener, PlayedTurn> play) {
    try {
      PlayedTurn played = play.apply(event -> signals.add(new TurnSignal.Happened(event)));
      signals.add(new TurnSignal.Done(played));
    } catch (RuntimeException | Error e) {
      signals.add(new TurnSignal.Failed(e));
    }
  }

  /**
   * Returns the next signal, or empty if there is none within {@code patience}.
   *
   * @throws IllegalStateException if the thread is interrupted, since the server stops then
   */
  Optional<TurnSignal> next(Duration patience) {
    try {
      return Optional.ofNullable(signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the server stops", e);
    }
  }
}
