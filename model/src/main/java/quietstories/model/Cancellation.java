package quietstories.model;

import java.util.ArrayList;
import java.util.List;

/** A wish to stop, given once by one thread and heard by others. Safe for use by many threads. */
public final class Cancellation {

  private final Object lock = new Object();
  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Cancels: runs every action that is registered, once, on this thread. */
  public void cancel() {
    // why: the actions run under the lock, so that none of them runs after its registration was
    // closed, when the thread that it would interrupt is busy with something else.
    synchronized (lock) {
      if (!cancelled) {
        cancelled = true;
        List<Runnable> due = List.copyOf(actions);
        actions.clear();
        due.forEach(Runnable::run);
      }
    }
  }

  /** Returns whether {@link #cancel} was called. */
  public boolean isCancelled() {
    synchronized (lock) {
      return cancelled;
    }
  }

  /**
   * Registers what ends a wait, such as closing a socket; runs it at once if already cancelled.
   *
   * @param action must be quick and must not throw
   * @return closing it takes the action back
   */
  public Registration onCancel(Runnable action) {
    synchronized (lock) {
      if (!cancelled) {
        actions.add(action);
        return () -> remove(action);
      }
    }
    action.run();
    return () -> {};
  }

  private void remove(Runnable action) {
    synchronized (lock) {
      actions.remove(action);
    }
  }

  /** An action that waits for a cancellation. */
  public interface Registration extends AutoCloseable {

    @Override
    void close();
  }
}
