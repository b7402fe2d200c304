package quietstories.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what was written from the log into the database file, soon after it was written and on a
 * thread of its own.
 *
 * <p>Left alone, SQLite does this within the commit that fills the log's thousandth page: about one
 * turn in a hundred then took four milliseconds longer than the others. The thread is a platform
 * thread, since SQLite holds on to its thread while the disk is waited for.
 */
final class WriteBack implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);

  private static final long PERIOD_MS = 500;

  private final Handle handle;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean due;

  private WriteBack(Handle handle) {
    this.handle = handle;
    this.thread = Thread.ofPlatform().name("write-back").daemon().unstarted(this::run);
  }

  /** Begins to look every half second whether something was written to {@code file}. */
  static WriteBack of(DatabaseFile file) {
    WriteBack writeBack = new WriteBack(Jdbi.create(file.forWriting()).open());
    writeBack.thread.start();
    return writeBack;
  }

  /** Notes that something was written. */
  void written() {
    due = true;
  }

  private void run() {
    try {
      while (!closed.await(PERIOD_MS, TimeUnit.MILLISECONDS)) {
        if (due) {
          due = false;
          copy();
        }
      }
    } catch (InterruptedException e) {
      // why: nobody but a dying process interrupts it, and the next open writes back what is left.
      Thread.currentThread().interrupt();
    }
  }

  private void copy() {
    try {
      // why: passive, so that it never makes a reader or the writer wait.
      handle.execute("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (JdbiException e) {
      LOG.warn("the log was not written back; the next write tries again", e);
    }
  }

  /** Ends the thread; the last connection to the file that closes writes back what is left. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    handle.close();
  }
}
