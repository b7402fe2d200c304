package quietstories.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.memory.Meaning;
import quietstories.model.EmbeddingModel;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/**
 * Finds out what texts mean, as long as somebody can tell. Questions are remembered, so the same
 * one is quick the second time. Safe for use by many threads.
 */
public final class Embedder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);
  private static final int REMEMBERED = 1_000;

  private final Optional<EmbeddingModel> model;
  private final Cache<String, Meaning> questions =
      Caffeine.newBuilder().maximumSize(REMEMBERED).recordStats().build();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("meaning-", 0).factory());

  /** Creates an embedder that asks {@code model}; without one, nothing has a meaning. */
  public Embedder(Optional<EmbeddingModel> model) {
    this.model = model;
  }

  /** Returns the name of the model whose vectors count, or empty if there is no model. */
  public Optional<String> model() {
    return model.map(EmbeddingModel::name);
  }

  /** Returns the short name of whoever tells meanings, or empty if nobody does. */
  public Optional<String> provider() {
    return model.map(EmbeddingModel::provider);
  }

  /** Returns the meaning of a question, or empty if it is not known within {@code patience}. */
  public Optional<Meaning> ofQuestion(String words, Duration patience) {
    if (model.isEmpty() || words.isBlank()) {
      return Optional.empty();
    }
    Meaning known = questions.getIfPresent(words);
    return known != null ? Optional.of(known) : asked(words, patience);
  }

  private Optional<Meaning> asked(String words, Duration patience) {
    Future<Meaning> answer =
        threads.submit(() -> questions.get(words, text -> ofAll(List.of(text)).getFirst()));
    try {
      return Optional.of(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      // why: the answer still comes and is kept, so the same question is quick the next time.
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.warn("A question is searched by its words alone", e.getCause());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Returns the meanings of texts in their order.
   *
   * @throws ModelException if they cannot be had; none is ever made up
   */
  List<Meaning> ofAll(List<String> texts) {
    List<float[]> vectors = model.orElseThrow().embed(texts);
    boolean sound =
        vectors.size() == texts.size()
            && vectors.stream().allMatch(Meaning::isPossible)
            && vectors.stream().mapToInt(vector -> vector.length).distinct().count() <= 1;
    if (!sound) {
      throw new ModelException(
          ModelFault.UNUSABLE, "The embedding model's vectors are of no use.", true);
    }
    return vectors.stream().map(Meaning::of).toList();
  }

  /** Returns how the meanings of earlier questions are used. */
  CacheUse use() {
    return new CacheUse(
        questions.estimatedSize(),
        REMEMBERED,
        questions.stats().hitCount(),
        questions.stats().missCount());
  }

  /** Forgets the meanings of earlier questions, which are asked for again, and says how many. */
  long forget() {
    questions.cleanUp();
    long known = questions.estimatedSize();
    questions.invalidateAll();
    return known;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
