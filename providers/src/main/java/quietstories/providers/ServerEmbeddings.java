package quietstories.providers;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonLimits;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.model.EmbeddingModel;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/** A server that turns texts into vectors. Nothing is tried twice: what fails is embedded later. */
final class ServerEmbeddings implements EmbeddingModel {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Endpoint endpoint;
  private final String model;
  private final EmbeddingForm form;
  private final Duration timeout;
  private final HttpClient client;

  ServerEmbeddings(Endpoint endpoint, String model, EmbeddingForm form, Duration timeout) {
    this.endpoint = endpoint;
    this.model = model;
    this.form = form;
    this.timeout = timeout;
    this.client = Clients.to(endpoint, CONNECT);
  }

  @Override
  public String provider() {
    return endpoint.provider();
  }

  @Override
  public String name() {
    return model;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    List<float[]> vectors = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += form.batch()) {
      vectors.addAll(ask(texts.subList(from, Math.min(from + form.batch(), texts.size()))));
    }
    return List.copyOf(vectors);
  }

  private List<float[]> ask(List<String> texts) {
    String body = EmbeddingForm.request(model, texts).write();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.at(form.path()))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    endpoint.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    List<float[]> vectors =
        form.vectors(send(request.build())).orElse(List.of()).stream()
            .map(ServerEmbeddings::unit)
            .toList();
    if (vectors.size() != texts.size()) {
      throw unusable();
    }
    return vectors;
  }

  private JsonObject send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw Faults.status(response.statusCode(), response.body(), Optional.empty());
      }
      return object(response.body());
    } catch (HttpTimeoutException e) {
      throw Faults.timeout("The server for embeddings did not answer in time.");
    } catch (IOException e) {
      throw Faults.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Faults.cancelled();
    }
  }

  private static JsonObject object(String body) {
    try {
      if (JsonReader.read(body, JsonLimits.LENIENT) instanceof JsonObject answer) {
        return answer;
      }
      throw unusable();
    } catch (JsonReadException e) {
      throw unusable();
    }
  }

  /** Returns the vector at length 1. One of zeros points nowhere, so it is none. */
  private static float[] unit(JsonArray numbers) {
    float[] vector = new float[numbers.elements().size()];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      Json number = numbers.elements().get(i);
      double value = number instanceof JsonNumber found ? found.value() : Double.NaN;
      vector[i] = (float) value;
      square += value * value;
    }
    if (!(square > 0 && square < Double.POSITIVE_INFINITY)) {
      throw unusable();
    }
    double length = Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private static ModelException unusable() {
    return new ModelException(
        ModelFault.UNUSABLE, "The server for embeddings answered no vectors.", true);
  }
}
