package quietstories.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quietstories.model.Cancellation;
import quietstories.story.SessionId;

/** One turn of a session at a time, in order of arrival; other sessions never wait. */
class SessionMailboxTest {

  private static final SessionId A = new SessionId("a");
  private static final SessionId B = new SessionId("b");

  private final SessionMailbox mailbox = new SessionMailbox();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private SessionMailbox.Place enter(SessionId id) {
    return mailbox.enter(id, () -> {}, new Cancellation());
  }

  @Test
  void turnsOfOneSessionFollowEachOtherInOrderOfArrival() throws Exception {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> turns = new ArrayList<>();
    try (SessionMailbox.Place _ = enter(A)) {
      for (int i = 0; i < SessionMailbox.MOST_WAITING; i++) {
        int number = i;
        CountDownLatch waits = new CountDownLatch(1);
        turns.add(
            threads.submit(
                () -> {
                  try (SessionMailbox.Place _ =
                      mailbox.enter(A, waits::countDown, new Cancellation())) {
                    order.add(number);
                  }
                }));
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
        awaitParked(number + 1);
      }
      assertThat(order).isEmpty();
    }
    for (Future<?> turn : turns) {
      turn.get(10, TimeUnit.SECONDS);
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  private void awaitParked(int waiting) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (mailbox.waiting(A) < waiting && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(mailbox.waiting(A)).isEqualTo(waiting);
  }

  @Test
  void anotherSessionDoesNotWait() {
    try (SessionMailbox.Place _ = enter(A);
        SessionMailbox.Place second = enter(B)) {
      assertThat(second).isNotNull();
    }
  }

  @Test
  void theNinthThatWouldWaitIsSentAway() throws Exception {
    try (SessionMailbox.Place _ = enter(A)) {
      for (int i = 0; i < SessionMailbox.MOST_WAITING; i++) {
        CountDownLatch waits = new CountDownLatch(1);
        threads.execute(() -> mailbox.enter(A, waits::countDown, new Cancellation()).close());
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThatThrownBy(() -> enter(A))
          .isInstanceOfSatisfying(
              EngineException.class, e -> assertThat(e.fault()).isEqualTo(EngineFault.QUEUE_FULL));
    }
  }

  @Test
  void whoIsCancelledWhileWaitingLeavesAndOthersGoOn() throws Exception {
    Cancellation cancellation = new Cancellation();
    CountDownLatch waits = new CountDownLatch(1);
    try (SessionMailbox.Place _ = enter(A)) {
      Future<?> turn = threads.submit(() -> mailbox.enter(A, waits::countDown, cancellation));
      assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();
      cancellation.cancel();
      assertThatThrownBy(() -> turn.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(EngineException.class);
    }
    enter(A).close();
    assertThat(mailbox.waiting(A)).isZero();
  }
}
