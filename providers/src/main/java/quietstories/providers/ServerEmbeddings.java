package quietstories.providers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int LARGEST = 64 * 1024 * 1024;

  private final Endpoint endpoint;
  private final String model;
  private final EmbeddingForm form;
  private final Duration timeout;
  private final Wire wire;

  ServerEmbeddings(Endpoint endpoint, String model, EmbeddingForm form, Duration timeout) {
    this.endpoint = endpoint;
    this.model = model;
    this.form = form;
    this.timeout = timeout;
    this.wire = Wire.to(endpoint.base(), CONNECT);
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
    WireRequest request = new WireRequest(endpoint.at(form.path()), headers(), Optional.of(body));
    List<float[]> vectors =
        form.vectors(object(send(request))).orElse(List.of()).stream()
            .map(ServerEmbeddings::unit)
            .toList();
    if (vectors.size() != texts.size()) {
      throw unusable();
    }
    return vectors;
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    endpoint.key().ifPresent(key -> headers.put("Authorization", "Bearer " + key));
    return headers;
  }

  private String send(WireRequest request) {
    Line line = new Line();
    try (Watch watch = Watch.over(timeout, line::cut)) {
      try (Exchange exchange = wire.send(request, line)) {
        String answer = new String(exchange.body().readNBytes(LARGEST), StandardCharsets.UTF_8);
        if (exchange.status() != 200) {
          throw Faults.status(exchange.status(), answer, Optional.empty());
        }
        return answer;
      } catch (IOException e) {
        throw watch.isExpired()
            ? Faults.timeout("The server for embeddings did not answer in time.")
            : Faults.unreachable(e);
      }
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
