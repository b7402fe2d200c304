package quietstories.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  /**
   * A piece of text that left.
   *
   * @param nanos when, on the clock of {@link System#nanoTime()}
   */
  public record Sent(String text, long nanos) {}

  private final Map<String, String> headers;
  private final JsonObject body;
  private final long arrived = System.nanoTime();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final List<Sent> sent = new ArrayList<>();
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
    return end.getNow(End.ANSWERED) == End.HUNG_UP;
  }

  /**
   * Waits for the end of the request.
   *
   * @return how it ended; empty if it did not within {@code most}
   */
  public Optional<End> awaitEnd(Duration most) throws InterruptedException {
    boolean ended = over.await(most.toNanos(), TimeUnit.NANOSECONDS);
    return ended ? Optional.of(end.join()) : Optional.empty();
  }

  /** Returns when it arrived, on the clock of {@link System#nanoTime()}. */
  public long arrived() {
    return arrived;
  }

  /** Returns the pieces of text that were sent so far, each with its time. */
  public List<Sent> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  /** Notes that a piece leaves now. */
  void sends(String text) {
    synchronized (sent) {
      sent.add(new Sent(text, System.nanoTime()));
    }
  }

  /** Runs {@code action} at the end, at once if that was already. */
  void whenOver(Runnable action) {
    var _ = end.thenRun(action);
  }

  /** Returns whether the whole reply was sent. */
  boolean isAnswered() {
    return end.getNow(End.CUT) == End.ANSWERED;
  }

  /** Notes the end; only the first one counts. */
  void ended(End how) {
    if (end.complete(how)) {
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
