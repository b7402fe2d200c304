package quietstories.engine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import quietstories.model.Cancellation;
import quietstories.story.SessionId;

/**
 * Lets one turn of a session be played at a time, in order of arrival; sessions do not wait for
 * each other. Safe for use by many threads; it remembers nothing of a session in which nobody
 * waits.
 */
public final class SessionMailbox {

  /** The most turns of one session that may wait while another one is played. */
  public static final int MOST_WAITING = 8;

  private final ConcurrentMap<SessionId, Door> doors = new ConcurrentHashMap<>();

  /** One session's place; {@code present} counts who plays and who waits. */
  private record Door(Semaphore free, AtomicInteger present) {}

  /** The right to play a turn; closing it lets the next one in. */
  public interface Place extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Waits for the session's place and takes it.
   *
   * @param whenWaiting runs once if the place is not free at once
   * @throws EngineException QUEUE_FULL if too many wait already, CANCELLED if cancelled while
   *     waiting
   */
  public Place enter(SessionId id, Runnable whenWaiting, Cancellation cancellation) {
    Door door = arrive(id);
    boolean entered = false;
    try {
      if (!door.free().tryAcquire()) {
        whenWaiting.run();
        acquire(door.free(), cancellation);
      }
      entered = true;
    } finally {
      if (!entered) {
        leave(id);
      }
    }
    return () -> {
      door.free().release();
      leave(id);
    };
  }

  /** Returns how many turns of the session wait for their place now. */
  int waiting(SessionId id) {
    Door door = doors.get(id);
    return door == null ? 0 : door.free().getQueueLength();
  }

  private Door arrive(SessionId id) {
    return doors.compute(
        id,
        (_, known) -> {
          Door door = known == null ? new Door(new Semaphore(1, true), new AtomicInteger()) : known;
          if (door.present().get() > MOST_WAITING) {
            throw new EngineException(
                EngineFault.QUEUE_FULL,
                MOST_WAITING + " turns of this session wait already; send this one again later.");
          }
          door.present().incrementAndGet();
          return door;
        });
  }

  private void leave(SessionId id) {
    doors.computeIfPresent(id, (_, door) -> door.present().decrementAndGet() == 0 ? null : door);
  }

  private static void acquire(Semaphore free, Cancellation cancellation) {
    Thread waiting = Thread.currentThread();
    try (Cancellation.Registration _ = cancellation.onCancel(waiting::interrupt)) {
      free.acquire();
    } catch (InterruptedException e) {
      throw cancelled();
    }
    // why: the cancellation may have come just after the place was taken.
    if (Thread.interrupted()) {
      free.release();
      throw cancelled();
    }
  }

  private static EngineException cancelled() {
    return new EngineException(
        EngineFault.CANCELLED, "The turn was cancelled while it waited for its place.");
  }
}
