package quietstories.providers;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import quietstories.model.EmbeddingModel;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/**
 * The model all-MiniLM-L6-v2, quantised to eight bits, inside this process: 384 dimensions, some
 * milliseconds for a short text. Nothing of it is loaded before the first text comes; then it takes
 * about a second and 100 MiB, and stays.
 */
final class LocalEmbeddings implements EmbeddingModel {

  static final String NAME = "all-MiniLM-L6-v2-q";

  private static final String OFFLINE = "ai.djl.offline";

  private final ReentrantLock lock = new ReentrantLock();
  private Optional<AllMiniLmL6V2QuantizedEmbeddingModel> loaded = Optional.empty();

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Embeds one call at a time, since a call already uses every core it is given. */
  @Override
  public List<float[]> embed(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    lock.lock();
    try {
      List<TextSegment> segments = texts.stream().map(LocalEmbeddings::segment).toList();
      return model().embedAll(segments).content().stream().map(Embedding::vector).toList();
    } catch (LinkageError | RuntimeException e) {
      throw new ModelException(
          ModelFault.UNAVAILABLE,
          "The embedding model inside this program cannot be used on this machine;"
              + " set EMBEDDING_PROVIDER to another one, or to none.",
          false,
          Optional.empty(),
          e);
    } finally {
      lock.unlock();
    }
  }

  /** The model's tokenizer knows no empty text. */
  private static TextSegment segment(String text) {
    return TextSegment.from(text.isBlank() ? "." : text);
  }

  private AllMiniLmL6V2QuantizedEmbeddingModel model() {
    return loaded.orElseGet(
        () -> {
          // why: everything it needs lies in its jars, and nothing shall be looked for elsewhere.
          System.setProperty(OFFLINE, "true");
          AllMiniLmL6V2QuantizedEmbeddingModel model =
              new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
          loaded = Optional.of(model);
          return model;
        });
  }
}
