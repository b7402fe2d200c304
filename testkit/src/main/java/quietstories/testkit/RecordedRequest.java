package quietstories.testkit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import quietstories.json.JsonObject;

/** A chat request that a {@link ModelServer} received, and what became of it. */
public final class RecordedRequest {

  /** How a request ended, as the server saw it. */
  public enum End {
    /** The whole reply was sent. */
    ANSWERED,
    /** The client closed the connection before. */
    HUNG_UP,
    /** The script closed the connection. */
    CUT
  }

  private final Map<String, String> headers;
  private final JsonObject body;
  private final AtomicReference<Optional<End>> end = new AtomicReference<>(Optional.empty());
  private final CountDownLatch over = new CountDownLatch(1);

  RecordedRequest(Map<String, String> headers, JsonObject body) {
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** Returns the JSON of the request. */
  public JsonObject body() {
    return body;
  }

  /** Returns the value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether the client closed the connection before its reply was complete. */
  public boolean hungUp() {
    return end.get().equals(Optional.of(End.HUNG_UP));
  }

  /**
   * Waits for the end of the request.
   *
   * @return how it ended; empty if it did not within {@code most}
   */
  public Optional<End> awaitEnd(Duration most) throws InterruptedException {
    boolean ended = over.await(most.toNanos(), TimeUnit.NANOSECONDS);
    return ended ? end.get() : Optional.empty();
  }

  /** Notes the end; only the first one counts. */
  void ended(End how) {
    if (end.compareAndSet(Optional.empty(), Optional.of(how))) {
      over.countDown();
    }
  }

  boolean isOver() {
    return over.getCount() == 0;
  }

  /** Waits until the request is over or {@code most} has passed; true if it is over. */
  boolean pause(Duration most) throws InterruptedException {
    return over.await(most.toNanos(), TimeUnit.NANOSECONDS);
  }
}
