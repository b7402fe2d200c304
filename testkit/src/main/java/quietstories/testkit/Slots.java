package quietstories.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The places of a simulated model; who finds none waits in order of arrival. */
final class Slots {

  private final Object lock = new Object();
  private final boolean keeping;
  private final List<Slot> idle = new ArrayList<>();
  private final Deque<CompletableFuture<Optional<Slot>>> waiting = new ArrayDeque<>();
  private int unused;

  /**
   * A place and what its cache holds.
   *
   * @param kept the text that was read and written last; empty if nothing is kept
   */
  record Slot(String kept) {

    /** Returns how many characters {@code prompt} shares with what is kept, from the start on. */
    int shared(String prompt) {
      int most = Math.min(prompt.length(), kept.length());
      int shared = 0;
      while (shared < most && prompt.charAt(shared) == kept.charAt(shared)) {
        shared++;
      }
      return shared;
    }
  }

  Slots(int count, boolean keeping) {
    this.unused = count;
    this.keeping = keeping;
  }

  /** Returns the free place that shares most with {@code prompt}; empty if the client left. */
  Optional<Slot> take(String prompt, RecordedRequest request) {
    CompletableFuture<Optional<Slot>> turn = new CompletableFuture<>();
    synchronized (lock) {
      Optional<Slot> free = free(prompt);
      if (free.isPresent()) {
        return free;
      }
      waiting.add(turn);
    }
    request.whenOver(() -> turn.complete(Optional.empty()));
    return turn.join();
  }

  private Optional<Slot> free(String prompt) {
    Optional<Slot> best = Optional.empty();
    int most = 0;
    for (Slot slot : idle) {
      int shared = slot.shared(prompt);
      if (shared > most) {
        best = Optional.of(slot);
        most = shared;
      }
    }
    if (best.isEmpty() && unused > 0) {
      unused--;
      return Optional.of(new Slot(""));
    }
    Optional<Slot> chosen = best.or(() -> idle.stream().findFirst());
    chosen.ifPresent(idle::remove);
    return chosen;
  }

  /** Gives a place back, whose cache now holds {@code text}. */
  void leave(String text) {
    Slot slot = new Slot(keeping ? text : "");
    synchronized (lock) {
      for (CompletableFuture<Optional<Slot>> next = waiting.poll();
          next != null;
          next = waiting.poll()) {
        if (next.complete(Optional.of(slot))) {
          return;
        }
      }
      if (keeping) {
        idle.add(slot);
      } else {
        unused++;
      }
    }
  }
}
