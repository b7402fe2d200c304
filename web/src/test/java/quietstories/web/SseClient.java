package quietstories.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/**
 * Reads a stream of server-sent events as the specification says: lines end with LF, CR or both,
 * data lines of one event are joined, comments and unknown fields are passed over.
 */
public final class SseClient implements AutoCloseable {

  private final HttpResponse<InputStream> response;
  private final InputStream in;
  private boolean skipLineFeed;

  private SseClient(HttpResponse<InputStream> response) {
    this.response = response;
    this.in = response.body();
  }

  /** Sends {@code request} and returns once the answer's headers are there. */
  public static SseClient open(HttpClient client, HttpRequest request) {
    try {
      return new SseClient(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the answer without its body. */
  public HttpResponse<InputStream> response() {
    return response;
  }

  /** Returns the next event, or empty at the end of the stream. */
  public Optional<JsonObject> next() {
    StringBuilder data = new StringBuilder();
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      String text = line.get();
      if (text.isEmpty() && !data.isEmpty()) {
        return Optional.of((JsonObject) JsonReader.read(data.toString()));
      }
      if (text.startsWith("data:")) {
        String value = text.substring("data:".length());
        data.append(data.isEmpty() ? "" : "\n");
        data.append(value.startsWith(" ") ? value.substring(1) : value);
      }
    }
    return Optional.empty();
  }

  /** Returns all events that are still to come. */
  public List<JsonObject> rest() {
    List<JsonObject> events = new ArrayList<>();
    for (Optional<JsonObject> event = next(); event.isPresent(); event = next()) {
      events.add(event.get());
    }
    return events;
  }

  private Optional<String> line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        boolean rest = skipLineFeed && b == '\n';
        skipLineFeed = b == '\r';
        if (!rest && (b == '\n' || b == '\r')) {
          return Optional.of(line.toString(StandardCharsets.UTF_8));
        }
        if (!rest) {
          line.write(b);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes away, whether or not the stream has ended. */
  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
