package quietstories.providers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import quietstories.model.Cancellation;

/**
 * Lets so many calls to a server through at once. Those that wait go in order of arrival, urgent
 * ones before all others. Where only one may be inside, one that is not urgent is asked to give way
 * when an urgent one waits. Safe for use by many threads.
 */
final class Gate {

  private final Object lock = new Object();
  private final Deque<Guest> urgent = new ArrayDeque<>();
  private final Deque<Guest> patient = new ArrayDeque<>();
  private final List<Guest> inside = new ArrayList<>();

  /** A place inside; closing it lets the next one in. */
  interface Pass extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Who wants in.
   *
   * @param isUrgent whether somebody waits for it
   * @param whenWaiting runs once if there is no place at once
   * @param giveWay ends the call that is inside; runs on the thread of the one that waits
   */
  record Wish(boolean isUrgent, Runnable whenWaiting, Runnable giveWay) {}

  private record Guest(Wish wish, CountDownLatch turn) {}

  /**
   * Waits for a place.
   *
   * @param most how many may be inside at once
   */
  Pass enter(int most, Wish wish, Cancellation cancellation) {
    Guest guest = new Guest(wish, new CountDownLatch(1));
    Deque<Guest> queue = wish.isUrgent() ? urgent : patient;
    Optional<Guest> inTheWay;
    synchronized (lock) {
      if (inside.size() < most && urgent.isEmpty() && (wish.isUrgent() || patient.isEmpty())) {
        inside.add(guest);
        return () -> leave(guest);
      }
      queue.addLast(guest);
      inTheWay =
          wish.isUrgent() && most == 1
              ? inside.stream().filter(other -> !other.wish().isUrgent()).findFirst()
              : Optional.empty();
    }
    wish.whenWaiting().run();
    inTheWay.ifPresent(other -> other.wish().giveWay().run());
    await(guest, queue, cancellation);
    return () -> leave(guest);
  }

  private void await(Guest guest, Deque<Guest> queue, Cancellation cancellation) {
    boolean interrupted = false;
    try (Cancellation.Registration _ = cancellation.onCancel(() -> giveUp(guest, queue))) {
      guest.turn().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      interrupted = true;
      giveUp(guest, queue);
    }
    if (interrupted || cancellation.isCancelled()) {
      leave(guest);
      throw Faults.cancelled();
    }
  }

  /** Takes who waits out of the queue and lets it pass, so that it can leave in good order. */
  private void giveUp(Guest guest, Deque<Guest> queue) {
    synchronized (lock) {
      if (queue.remove(guest)) {
        inside.add(guest);
        guest.turn().countDown();
      }
    }
  }

  /** The place is handed over rather than freed, so nobody can overtake who waits. */
  private void leave(Guest guest) {
    synchronized (lock) {
      inside.remove(guest);
      Optional<Guest> next =
          Optional.ofNullable(urgent.isEmpty() ? patient.pollFirst() : urgent.pollFirst());
      next.ifPresent(
          other -> {
            inside.add(other);
            other.turn().countDown();
          });
    }
  }
}
