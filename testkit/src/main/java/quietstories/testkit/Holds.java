package quietstories.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where replies that stall wait for their release. */
final class Holds {

  private static final long LOOK_MILLIS = 5;

  private final Object lock = new Object();
  private final List<CountDownLatch> held = new ArrayList<>();

  /** Waits for the next release; false if the request ended first. */
  boolean await(RecordedRequest request) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    synchronized (lock) {
      held.add(latch);
    }
    while (!latch.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (request.isOver()) {
        return false;
      }
    }
    return !request.isOver();
  }

  void release() {
    synchronized (lock) {
      held.forEach(CountDownLatch::countDown);
      held.clear();
    }
  }
}
