package quietstories.providers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import quietstories.model.Cancellation;

/**
 * Lets so many calls to a server through at once. Those that wait go in order of arrival, urgent
 * ones before all others. On a small server a call that is not urgent goes in only when nobody else
 * is inside, and is asked to give way as soon as an urgent one comes. Safe for use by many threads.
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

  /**
   * How many a server takes.
   *
   * @param most how many may be inside at once
   * @param small whether calls that nobody waits for must be alone inside: two calls on one machine
   *     share its processor, and the second takes a slot whose cache does not hold its prompt
   */
  record Capacity(int most, boolean small) {

    /** Returns the capacity for that many, which is small if it is one. */
    static Capacity of(int most) {
      return new Capacity(most, most == 1);
    }
  }

  private record Guest(Wish wish, Capacity capacity, CountDownLatch turn) {

    boolean isInTheWayOf(Guest other) {
      return other.capacity.small() && other.wish.isUrgent() && !wish.isUrgent();
    }
  }

  /** Waits for a place. */
  Pass enter(Capacity capacity, Wish wish, Cancellation cancellation) {
    Guest guest = new Guest(wish, capacity, new CountDownLatch(1));
    Deque<Guest> queue = wish.isUrgent() ? urgent : patient;
    List<Guest> inTheWay;
    synchronized (lock) {
      if (urgent.isEmpty() && (wish.isUrgent() || patient.isEmpty()) && fits(guest)) {
        inside.add(guest);
        return () -> leave(guest);
      }
      queue.addLast(guest);
      inTheWay = inside.stream().filter(other -> other.isInTheWayOf(guest)).toList();
    }
    wish.whenWaiting().run();
    inTheWay.forEach(other -> other.wish().giveWay().run());
    await(guest, queue, cancellation);
    return () -> leave(guest);
  }

  private boolean fits(Guest guest) {
    boolean alone = guest.capacity().small() && !guest.wish().isUrgent();
    return inside.size() < guest.capacity().most()
        && (!alone || inside.isEmpty())
        && inside.stream().noneMatch(other -> other.isInTheWayOf(guest));
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

  /** Places are handed over rather than freed, so nobody can overtake who waits. */
  private void leave(Guest guest) {
    synchronized (lock) {
      inside.remove(guest);
      letIn(urgent);
      if (urgent.isEmpty()) {
        letIn(patient);
      }
    }
  }

  private void letIn(Deque<Guest> queue) {
    while (!queue.isEmpty() && fits(queue.getFirst())) {
      Guest next = queue.removeFirst();
      inside.add(next);
      next.turn().countDown();
    }
  }
}
