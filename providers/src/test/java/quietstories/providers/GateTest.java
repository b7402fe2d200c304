package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;

class GateTest {

  private final Gate gate = new Gate();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void urgentOnesGoFirstAndOthersInOrderOfArrival() throws Exception {
    Gate.Pass first =
        gate.enter(Gate.Capacity.of(1), wish(true, () -> {}, () -> {}), new Cancellation());
    List<Thread> waiting =
        List.of(arrive("patient 1", false), arrive("patient 2", false), arrive("urgent", true));
    first.close();
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(order).containsExactly("urgent", "patient 1", "patient 2");
  }

  @Test
  void whereOnlyOneMayBeInsideABackgroundCallGivesWay() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Gate.Pass background =
        gate.enter(
            Gate.Capacity.of(1), wish(false, () -> {}, asked::countDown), new Cancellation());
    Thread urgent = arrive("urgent", true);
    asked.await();
    background.close();
    urgent.join();
    assertThat(order).containsExactly("urgent");
  }

  @Test
  void nobodyGivesWayWhereSeveralMayBeInside() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Gate.Wish patient = wish(false, () -> {}, asked::countDown);
    Gate.Pass one = gate.enter(Gate.Capacity.of(2), patient, new Cancellation());
    Gate.Pass two = gate.enter(Gate.Capacity.of(2), patient, new Cancellation());
    CountDownLatch queued = new CountDownLatch(1);
    Thread urgent =
        Thread.ofVirtual()
            .start(
                () ->
                    gate.enter(
                            Gate.Capacity.of(2),
                            wish(true, queued::countDown, () -> {}),
                            new Cancellation())
                        .close());
    queued.await();
    one.close();
    urgent.join();
    two.close();
    assertThat(asked.getCount()).isEqualTo(1);
  }

  @Test
  void onASmallServerOfSeveralPlacesATurnWaitsUntilTheBackgroundCallHasLeft() throws Exception {
    Gate.Capacity small = new Gate.Capacity(4, true);
    CountDownLatch asked = new CountDownLatch(1);
    Gate.Pass background =
        gate.enter(small, wish(false, () -> {}, asked::countDown), new Cancellation());
    Thread turn =
        Thread.ofVirtual()
            .start(
                () -> {
                  Gate.Wish wish = wish(true, () -> {}, () -> {});
                  gate.enter(small, wish, new Cancellation());
                  order.add("turn");
                });
    asked.await();
    assertThat(order).isEmpty();
    background.close();
    turn.join();
    assertThat(order).containsExactly("turn");
  }

  @Test
  void onASmallServerABackgroundCallWaitsUntilNobodyElseIsInside() throws Exception {
    Gate.Capacity small = new Gate.Capacity(4, true);
    Gate.Pass one = gate.enter(small, wish(true, () -> {}, () -> {}), new Cancellation());
    Gate.Pass two = gate.enter(small, wish(true, () -> {}, () -> {}), new Cancellation());
    CountDownLatch queued = new CountDownLatch(1);
    Thread background =
        Thread.ofVirtual()
            .start(
                () -> {
                  Gate.Wish wish = wish(false, queued::countDown, () -> {});
                  gate.enter(small, wish, new Cancellation());
                  order.add("background");
                });
    queued.await();
    one.close();
    assertThat(order).isEmpty();
    two.close();
    background.join();
    assertThat(order).containsExactly("background");
  }

  @Test
  void whoGivesUpWaitingLeavesNoHole() throws Exception {
    Gate.Pass first =
        gate.enter(Gate.Capacity.of(1), wish(true, () -> {}, () -> {}), new Cancellation());
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () ->
                gate.enter(
                    Gate.Capacity.of(1), wish(true, cancellation::cancel, () -> {}), cancellation))
        .isInstanceOf(ModelException.class);
    Thread next = arrive("next", true);
    first.close();
    next.join();
    assertThat(order).containsExactly("next");
  }

  private Thread arrive(String name, boolean urgent) throws InterruptedException {
    CountDownLatch queued = new CountDownLatch(1);
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  Gate.Wish wish = wish(urgent, queued::countDown, () -> {});
                  try (Gate.Pass _ = gate.enter(Gate.Capacity.of(1), wish, new Cancellation())) {
                    order.add(name);
                  }
                });
    queued.await();
    return thread;
  }

  private static Gate.Wish wish(boolean urgent, Runnable whenWaiting, Runnable giveWay) {
    return new Gate.Wish(urgent, whenWaiting, giveWay);
  }
}
