package quietstories.providers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelTiming;

/** One try of one call: sends the request and reads the stream on the calling thread. */
final class Attempt {

  private static final int LARGEST_ERROR = 64 * 1024;

  private final HttpClient client;
  private final ModelSettings.Deadlines deadlines;
  private final Cancellation cancellation;
  private final AtomicReference<Optional<InputStream>> open =
      new AtomicReference<>(Optional.empty());
  private int status;

  Attempt(HttpClient client, ModelSettings.Deadlines deadlines, Cancellation cancellation) {
    this.client = client;
    this.deadlines = deadlines;
    this.cancellation = cancellation;
  }

  /**
   * Returns the complete answer, or a torn one if the connection was lost after the first text.
   *
   * @throws ModelException if there is no answer
   */
  ModelAnswer ask(HttpRequest request, TextPieces pieces, long start) {
    long sent = System.nanoTime();
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    Runnable end =
        () -> {
          answer.cancel(true);
          close();
        };
    try (Watch watch = new Watch(deadlines.call(), deadlines.silence(), end);
        Cancellation.Registration _ = cancellation.onCancel(end)) {
      ChatStream stream = new ChatStream(pieces, watch::heard, System::nanoTime);
      try {
        HttpResponse<InputStream> response = answer.get();
        status = response.statusCode();
        open.set(Optional.of(response.body()));
        // why: a cancellation that came before the stream was known has closed nothing.
        check(watch);
        checkStatus(response);
        read(response, stream, pieces);
      } catch (ExecutionException | CancellationException | UncheckedIOException e) {
        check(watch);
        throw Faults.unreachable(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        end.run();
        throw Faults.cancelled();
      }
      check(watch);
      if (!stream.isReadable()) {
        throw Faults.unusable();
      }
      ModelTiming timing = new ModelTiming(start, sent, stream.firstToken(), System.nanoTime());
      return new ModelAnswer(pieces.all(), List.of(), stream.finish(), stream.usage(), timing);
    } finally {
      close();
    }
  }

  /** Returns the status that the server answered with, 0 if it answered nothing. */
  int status() {
    return status;
  }

  /** A connection that is lost after the first text is a torn answer, which the caller judges. */
  private static void read(
      HttpResponse<InputStream> response, ChatStream stream, TextPieces pieces) {
    try {
      stream.read(response.body());
    } catch (IOException e) {
      if (pieces.all().isEmpty()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void check(Watch watch) {
    if (cancellation.isCancelled()) {
      throw Faults.cancelled();
    }
    if (watch.isExpired()) {
      throw Faults.timeout("The model did not answer in time.");
    }
  }

  private static void checkStatus(HttpResponse<InputStream> response) {
    if (response.statusCode() == 200) {
      return;
    }
    String body;
    try (InputStream in = response.body()) {
      body = new String(in.readNBytes(LARGEST_ERROR), StandardCharsets.UTF_8);
    } catch (IOException e) {
      body = "";
    }
    String words = ChatStream.error(body).map(JsonObject::write).orElse(body);
    throw Faults.status(response.statusCode(), words, retryAfter(response));
  }

  /** Only the form in seconds is read; a date would need the vendor's clock. */
  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}(\\.\\d+)?"))
        .map(text -> Duration.ofMillis((long) (Double.parseDouble(text) * 1_000)));
  }

  private void close() {
    open.getAndSet(Optional.empty())
        .ifPresent(
            body -> {
              try {
                body.close();
              } catch (IOException e) {
                // why: a stream that fails to close is closed for all that matters here.
              }
            });
  }
}
