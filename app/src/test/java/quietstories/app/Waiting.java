package quietstories.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what another thread or program is about to do. */
final class Waiting {

  private static final long PATIENCE_S = 60;

  private Waiting() {}

  /** Returns once {@code condition} holds, and fails with {@code complaint} if it never does. */
  static void until(String complaint, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    CountDownLatch never = new CountDownLatch(1);
    while (!condition.call()) {
      if (System.nanoTime() > deadline || never.await(20, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(complaint + " (after " + PATIENCE_S + " s)");
      }
    }
  }
}
