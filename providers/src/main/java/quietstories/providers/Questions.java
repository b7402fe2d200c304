package quietstories.providers;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/** Asks a server small questions about itself, each with the same patience. */
final class Questions {

  private static final int LARGEST = 8 * 1024 * 1024;

  private final Wire wire;
  private final Endpoint endpoint;
  private final Map<String, String> headers;
  private final Duration patience;

  Questions(Wire wire, Endpoint endpoint, Map<String, String> headers, Duration patience) {
    this.wire = wire;
    this.endpoint = endpoint;
    this.headers = headers;
    this.patience = patience;
  }

  /** Returns whether a server at {@code base} lists a model within {@code patience}. */
  static boolean isServedAt(URI base, Duration patience) {
    Endpoint endpoint = new Endpoint("auto", base, Optional.empty(), Optional.empty());
    Questions questions = new Questions(Wire.to(base, patience), endpoint, Map.of(), patience);
    return !questions.models().orElse(List.of()).isEmpty();
  }

  /** Returns what the server lists, or empty if it gives no list. */
  Optional<List<JsonObject>> models() {
    return ask(endpoint.at("/models"), Optional.empty())
        .flatMap(answer -> answer.array("data"))
        .map(data -> data.objects().filter(model -> model.text("id").isPresent()).toList());
  }

  /** Returns the properties that llama.cpp's server tells beside its versioned interface. */
  Optional<JsonObject> properties() {
    return ask(endpoint.base().resolve("/props"), Optional.empty())
        .filter(answer -> answer.member("total_slots").isPresent());
  }

  /** Returns what Ollama tells of a model. */
  Optional<JsonObject> shown(String model) {
    URI uri = URI.create(OllamaDialect.root(endpoint.base()) + "/api/show");
    return ask(uri, Optional.of(JsonObject.builder().put("model", model).build().write()));
  }

  private Optional<JsonObject> ask(URI uri, Optional<String> body) {
    Line line = new Line();
    try (Watch _ = Watch.over(patience, line::cut);
        Exchange exchange = wire.send(new WireRequest(uri, headers, body), line)) {
      String text = new String(exchange.body().readNBytes(LARGEST), StandardCharsets.UTF_8);
      return exchange.status() == 200 ? object(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> object(String body) {
    try {
      return switch (JsonReader.read(body, JsonLimits.LENIENT)) {
        case JsonObject answer -> Optional.of(answer);
        case JsonArray list -> Optional.of(JsonObject.of("data", list));
        case Json _ -> Optional.empty();
      };
    } catch (JsonReadException e) {
      return Optional.empty();
    }
  }
}
