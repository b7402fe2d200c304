package quietstories.providers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/**
 * Lets so many calls to a server through at once. Those that wait go in order of arrival, urgent
 * ones before all others. Safe for use by many threads.
 */
final class Gate {

  private final Object lock = new Object();
  private final Deque<CountDownLatch> urgent = new ArrayDeque<>();
  private final Deque<CountDownLatch> patient = new ArrayDeque<>();
  private int inside;

  /** A place inside; closing it lets the next one in. */
  interface Pass extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Waits for a place.
   *
   * @param most how many may be inside at once
   * @param whenWaiting runs once if there is no place at once
   */
  Pass enter(int most, boolean isUrgent, Runnable whenWaiting, Cancellation cancellation) {
    Deque<CountDownLatch> queue = isUrgent ? urgent : patient;
    CountDownLatch turn = new CountDownLatch(1);
    synchronized (lock) {
      if (inside < most && urgent.isEmpty() && (isUrgent || patient.isEmpty())) {
        inside++;
        return this::leave;
      }
      queue.addLast(turn);
    }
    whenWaiting.run();
    await(turn, queue, cancellation);
    return this::leave;
  }

  private void await(CountDownLatch turn, Deque<CountDownLatch> queue, Cancellation cancellation) {
    boolean interrupted = false;
    try (Cancellation.Registration _ = cancellation.onCancel(() -> giveUp(turn, queue))) {
      turn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupted = true;
      giveUp(turn, queue);
    }
    if (interrupted || cancellation.isCancelled()) {
      leave();
      throw new ModelException(ModelFault.CANCELLED, "The call was cancelled.", false);
    }
  }

  /**
   * Takes the waiting one out of its queue and lets it pass, so that it can leave in good order.
   */
  private void giveUp(CountDownLatch turn, Deque<CountDownLatch> queue) {
    synchronized (lock) {
      if (queue.remove(turn)) {
        inside++;
        turn.countDown();
      }
    }
  }

  /** The place is handed over rather than freed, so nobody can overtake who waits. */
  private void leave() {
    synchronized (lock) {
      CountDownLatch next = urgent.isEmpty() ? patient.pollFirst() : urgent.pollFirst();
      if (next == null) {
        inside--;
      } else {
        next.countDown();
      }
    }
  }
}
