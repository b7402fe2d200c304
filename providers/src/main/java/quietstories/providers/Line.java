package quietstories.providers;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** What a call has open, so that any thread can break the call off. Safe for many threads. */
final class Line {

  private Optional<Closeable> open = Optional.empty();
  private boolean cut;

  /**
   * Takes {@code thing} as what is open from now on.
   *
   * @throws IOException if the line was cut before; then the thing is closed
   */
  void hold(Closeable thing) throws IOException {
    synchronized (this) {
      if (!cut) {
        open = Optional.of(thing);
        return;
      }
    }
    close(thing);
    throw new IOException("broken off");
  }

  /** Closes what is open, and all that will be. */
  void cut() {
    Optional<Closeable> last;
    synchronized (this) {
      cut = true;
      last = open;
      open = Optional.empty();
    }
    last.ifPresent(Line::close);
  }

  synchronized boolean isCut() {
    return cut;
  }

  /** Lets go of what is open without closing it. */
  synchronized void release() {
    open = Optional.empty();
  }

  private static void close(Closeable thing) {
    try {
      thing.close();
    } catch (IOException e) {
      // why: what fails to close is closed for all that matters here.
    }
  }
}
