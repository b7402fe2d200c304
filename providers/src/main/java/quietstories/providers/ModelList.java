package quietstories.providers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;

/** Asks a server small questions about itself. */
final class ModelList {

  private ModelList() {}

  /** Returns whether a server at {@code base} lists a model within {@code patience}. */
  static boolean isServedAt(URI base, Duration patience) {
    Endpoint endpoint = new Endpoint("auto", base, Optional.empty(), Optional.empty());
    try (HttpClient client = Clients.to(endpoint, patience)) {
      boolean listed = !models(client, endpoint, patience).orElse(List.of()).isEmpty();
      client.shutdownNow();
      return listed;
    }
  }

  /** Returns what the server lists, or empty if it gives no list. */
  static Optional<List<JsonObject>> models(
      HttpClient client, Endpoint endpoint, Duration patience) {
    return get(client, endpoint, endpoint.at("/models"), patience)
        .flatMap(answer -> answer.array("data"))
        .map(data -> data.objects().filter(model -> model.text("id").isPresent()).toList());
  }

  /** Returns the properties that llama.cpp's server tells beside its versioned interface. */
  static Optional<JsonObject> properties(HttpClient client, Endpoint endpoint, Duration patience) {
    return get(client, endpoint, endpoint.base().resolve("/props"), patience)
        .filter(answer -> answer.member("total_slots").isPresent());
  }

  private static Optional<JsonObject> get(
      HttpClient client, Endpoint endpoint, URI uri, Duration patience) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience).GET();
    endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return response.statusCode() == 200 ? object(response.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<JsonObject> object(byte[] body) {
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
