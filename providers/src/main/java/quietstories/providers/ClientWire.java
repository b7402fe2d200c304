package quietstories.providers;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** HTTP with encryption: the JDK's client, on virtual threads. */
final class ClientWire implements Wire {

  private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";
  private static final String MINUTES_10 = "600";
  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final int MOST_DRAINED = 16 * 1024;

  private final URI base;
  private final HttpClient client;

  ClientWire(URI base, Duration connect) {
    // why: players think for minutes, and the client closes after 30 s of them if not told; it
    // reads this when it is first used.
    if (System.getProperty(KEEP_ALIVE) == null) {
      System.setProperty(KEEP_ALIVE, MINUTES_10);
    }
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connect)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public Exchange send(WireRequest request, Line line) throws IOException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(http(request), HttpResponse.BodyHandlers.ofInputStream());
    line.hold(() -> answer.cancel(true));
    try {
      HttpResponse<InputStream> response = answer.get();
      line.hold(response.body());
      return new ClientExchange(response);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (CancellationException e) {
      throw new IOException("broken off", e);
    } catch (InterruptedException e) {
      line.cut();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** The client opens connections for requests alone, so a small one is sent. */
  @Override
  public void connect() {
    HttpRequest request =
        HttpRequest.newBuilder(base)
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(5))
            .build();
    CompletableFuture<HttpResponse<Void>> _ =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
  }

  private static HttpRequest http(WireRequest request) {
    HttpRequest.Builder http = HttpRequest.newBuilder(request.uri());
    request.headers().forEach(http::header);
    request.body().ifPresent(body -> http.POST(HttpRequest.BodyPublishers.ofString(body)));
    return http.build();
  }

  private record ClientExchange(HttpResponse<InputStream> response) implements Exchange {

    @Override
    public int status() {
      return response.statusCode();
    }

    @Override
    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    @Override
    public InputStream body() {
      return response.body();
    }

    @Override
    public OptionalLong connected() {
      return OptionalLong.empty();
    }

    /** The client keeps a connection only if the body was read to its very end. */
    @Override
    public void close() {
      try (InputStream body = response.body();
          Watch _ = Watch.over(PATIENCE, () -> close(body))) {
        body.readNBytes(MOST_DRAINED);
      } catch (IOException e) {
        // why: a stream that fails to close is closed for all that matters here.
      }
    }

    private static void close(InputStream body) {
      try {
        body.close();
      } catch (IOException e) {
        // why: as above.
      }
    }
  }
}
