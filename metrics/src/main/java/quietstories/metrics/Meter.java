package quietstories.metrics;

import org.HdrHistogram.WriterReaderPhaser;
import quietstories.engine.Measured;
import quietstories.engine.Measurements;
import quietstories.engine.Metrics;
import quietstories.story.SessionId;

/**
 * Keeps exact distributions of everything in a bounded amount of memory.
 *
 * <p>All of it stands in one window. A reset puts a new window in its place and waits for those who
 * still write into the old one, by the same phaser with which a Recorder of HdrHistogram swaps one
 * histogram: writers never wait, and each operation is whole in exactly one window.
 */
public final class Meter implements Measurements {

  /** After so many names of one type the others count as one. */
  static final int NAMES = 200;

  private final WriterReaderPhaser phaser = new WriterReaderPhaser();
  private volatile Window window = new Window(NAMES);

  @Override
  public void record(Measured operation) {
    long ticket = phaser.writerCriticalSectionEnter();
    try {
      window.add(operation);
    } finally {
      phaser.writerCriticalSectionExit(ticket);
    }
  }

  @Override
  public Metrics metrics() {
    return window.metrics();
  }

  @Override
  public Metrics metrics(SessionId session) {
    return window.metrics(session);
  }

  /** Returns the latest operations since the last reset, for advice. */
  Evidence.Case evidence() {
    return window.evidence();
  }

  @Override
  public Metrics reset() {
    phaser.readerLock();
    try {
      Window closed = window;
      window = new Window(NAMES);
      phaser.flipPhase();
      return closed.metrics();
    } finally {
      phaser.readerUnlock();
    }
  }
}
