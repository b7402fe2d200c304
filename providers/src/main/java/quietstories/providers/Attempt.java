package quietstories.providers;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import quietstories.model.Cancellation;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelTiming;

/** One try of one call: sends the request and reads the stream on the calling thread. */
final class Attempt {

  private static final int LARGEST_ERROR = 64 * 1024;

  private final Wire wire;
  private final ModelSettings.Deadlines deadlines;
  private final Cancellation cancellation;
  private final Line line = new Line();
  private int status;
  private boolean refused;

  Attempt(Wire wire, ModelSettings.Deadlines deadlines, Cancellation cancellation) {
    this.wire = wire;
    this.deadlines = deadlines;
    this.cancellation = cancellation;
  }

  /**
   * Returns the complete answer, or a torn one if the connection was lost after the first text.
   *
   * @param start when the call was made
   * @throws ModelException if there is no answer
   */
  ModelAnswer ask(WireRequest request, StreamedObjects.Reader reader, Arriving answer, long start) {
    long sent = System.nanoTime();
    try (Watch watch = new Watch(deadlines.call(), deadlines.silence(), line::cut);
        Cancellation.Registration _ = cancellation.onCancel(line::cut)) {
      StreamedObjects objects = new StreamedObjects(reader, watch::heard);
      try (Exchange exchange = wire.send(request, line)) {
        OptionalLong firstByte = OptionalLong.of(System.nanoTime());
        status = exchange.status();
        checkStatus(exchange);
        read(exchange, objects, answer);
        check(watch);
        answer.end(objects.isDone());
        if (!objects.isReadable()) {
          throw Faults.unusable();
        }
        ModelTiming timing =
            new ModelTiming(
                start,
                sent,
                exchange.connected(),
                firstByte,
                answer.firstToken(),
                System.nanoTime());
        return new ModelAnswer(
            answer.text(), answer.calls().given(), answer.finish(), answer.usage(), timing);
      } catch (IOException e) {
        check(watch);
        refused = e instanceof ConnectException;
        throw Faults.unreachable(e);
      }
    }
  }

  /**
   * Returns whether the same request may succeed in a moment: the server took no connection, has no
   * place just now, or told how long to wait. A plain 500 tells of a fault that stays.
   */
  boolean mayPass(ModelException failure, Duration longestPause) {
    return switch (status) {
      case 0 -> refused;
      case 502, 503, 504, 529 -> true;
      case 429 ->
          failure.retryAfter().filter(pause -> pause.compareTo(longestPause) <= 0).isPresent();
      default -> false;
    };
  }

  /** A connection that is lost after the first text is a torn answer, which the caller judges. */
  private static void read(Exchange exchange, StreamedObjects objects, Arriving answer)
      throws IOException {
    try {
      objects.read(exchange.body());
    } catch (IOException e) {
      if (!answer.hasBegun()) {
        throw e;
      }
    }
  }

  private void check(Watch watch) {
    if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
      throw Faults.cancelled();
    }
    if (watch.isExpired()) {
      throw Faults.timeout("The model did not answer in time.");
    }
  }

  private static void checkStatus(Exchange exchange) {
    if (exchange.status() == 200) {
      return;
    }
    String words;
    try {
      InputStream body = exchange.body();
      words = new String(body.readNBytes(LARGEST_ERROR), StandardCharsets.UTF_8);
    } catch (IOException e) {
      words = "";
    }
    throw Faults.status(exchange.status(), words, retryAfter(exchange));
  }

  /** Only the form in seconds is read; a date would need the vendor's clock. */
  private static Optional<Duration> retryAfter(Exchange exchange) {
    return exchange
        .header("retry-after")
        .filter(text -> text.matches("\\d{1,6}(\\.\\d+)?"))
        .map(text -> Duration.ofMillis((long) (Double.parseDouble(text) * 1_000)));
  }
}
