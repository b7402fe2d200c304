package quietstories.providers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/** How a server is asked for vectors and gives them. */
enum EmbeddingForm {
  /** {@code {"data":[{"index","embedding"}]}} below the versioned root. */
  OPENAI("/embeddings", 1_000),
  /** {@code {"embeddings":[[…]]}} at the native root. */
  OLLAMA("/api/embed", 100);

  private final String path;
  private final int batch;

  EmbeddingForm(String path, int batch) {
    this.path = path;
    this.batch = batch;
  }

  /** Returns where to ask, below the server's base. */
  String path() {
    return path;
  }

  /** Returns how many texts one call may hold. */
  int batch() {
    return batch;
  }

  /** Returns the body of a call; both forms share it. */
  static JsonObject request(String model, List<String> texts) {
    return JsonObject.builder().put("model", model).put("input", JsonArray.ofTexts(texts)).build();
  }

  /** Returns the vectors of an answer in the order of the texts, or empty if it holds none. */
  Optional<List<JsonArray>> vectors(JsonObject answer) {
    return switch (this) {
      case OPENAI ->
          answer
              .array("data")
              .map(
                  data ->
                      data.objects()
                          .sorted(Comparator.comparingLong(one -> one.integer("index").orElse(0)))
                          .flatMap(one -> one.array("embedding").stream())
                          .toList());
      case OLLAMA ->
          answer
              .array("embeddings")
              .map(
                  all ->
                      all.elements().stream()
                          .filter(JsonArray.class::isInstance)
                          .map((Json one) -> (JsonArray) one)
                          .toList());
    };
  }
}
