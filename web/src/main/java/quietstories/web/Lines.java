package quietstories.web;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import quietstories.model.Cancellation;

/**
 * Knows the connection that each thread serves, and can watch over it.
 *
 * <p>A client that goes away is noticed only by who reads from its connection. So a watch reads: a
 * thread of its own waits for bytes that should not come, and cancels when the connection ends
 * instead. That thread cannot be called back, hence a connection that was watched is closed after
 * its answer. A client that closes its sending half counts as gone.
 */
final class Lines implements Http1ConnectionListener {

  // why not static: each server has its own, and nothing in here outlives it.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<ConnectionContext> served = new ThreadLocal<>();

  @Override
  public void prologue(ConnectionContext context, HttpPrologue prologue) {
    served.set(context);
  }

  /** Returns the line of the connection that this thread serves. */
  Wire current() {
    return new Wire(Optional.ofNullable(served.get()).map(ConnectionContext::dataReader));
  }

  /** The line of one request. */
  static final class Wire implements Line {

    private final Optional<DataReader> reader;
    private final AtomicBoolean watched = new AtomicBoolean();

    private Wire(Optional<DataReader> reader) {
      this.reader = reader;
    }

    /** Returns whether the connection was watched and can serve no further request. */
    boolean watched() {
      return watched.get();
    }

    @Override
    public Watch watch(Cancellation cancellation) {
      AtomicBoolean over = new AtomicBoolean();
      if (reader.isPresent() && watched.compareAndSet(false, true)) {
        DataReader in = reader.get();
        Thread.ofVirtual().name("line").start(() -> listen(in, cancellation, over));
      }
      return () -> over.set(true);
    }

    private static void listen(DataReader in, Cancellation cancellation, AtomicBoolean over) {
      boolean waiting = true;
      while (waiting && !over.get()) {
        try {
          in.ensureAvailable();
          // why: a client that already sends its next request is still there, and stays so.
          return;
        } catch (DataReader.InsufficientDataAvailableException e) {
          waiting = false;
        } catch (ServerConnectionException | UncheckedIOException e) {
          // why: a reset, and also the end of our own answer, come as failures of the read.
          waiting = onlySilent(e);
        }
      }
      if (!over.get()) {
        cancellation.cancel();
      }
    }

    private static boolean onlySilent(Throwable failure) {
      return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
          .anyMatch(SocketTimeoutException.class::isInstance);
    }
  }
}
