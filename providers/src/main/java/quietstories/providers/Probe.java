package quietstories.providers;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.json.JsonObject;
import quietstories.model.ModelException;
import quietstories.model.TokenUsage;

/**
 * Finds out what a server is, once, and tries again with the next call while it does not answer.
 *
 * <p>What its kind and its own words do not tell, the model is asked, on a thread of its own and
 * behind every player's turn. Until it has answered, the safe choice holds. Safe for many threads.
 */
final class Probe {

  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Endpoint endpoint;
  private final Questions questions;
  private final Trial trial;
  private final OptionalInt concurrency;
  private final LongSupplier nanos;
  private volatile Optional<Finding> found = Optional.empty();
  private boolean onTrial;
  private long nextTrial;

  Probe(
      Endpoint endpoint,
      Questions questions,
      Trial trial,
      OptionalInt concurrency,
      LongSupplier nanos) {
    this.endpoint = endpoint;
    this.questions = questions;
    this.trial = trial;
    this.concurrency = concurrency;
    this.nanos = nanos;
    this.nextTrial = nanos.getAsLong();
  }

  /** Returns what is known, asking the server if nothing is; a guess while it does not answer. */
  synchronized Finding finding() {
    return found.orElseGet(this::look);
  }

  /**
   * Asks the model itself what is still open, if anything is; returns at once. Called where nobody
   * plays yet, so that a story's calls are its turns' alone.
   */
  synchronized void explore() {
    Finding finding = finding();
    if (found.isPresent() && finding.open() && !onTrial && nanos.getAsLong() - nextTrial >= 0) {
      onTrial = true;
      Thread.ofVirtual().name("model-probe").start(() -> tryOut(finding));
    }
  }

  private Finding look() {
    Optional<List<JsonObject>> models = questions.models();
    ServerFacts facts =
        new ServerFacts(endpoint, models.orElse(List.of()), Optional.empty(), concurrency);
    Optional<JsonObject> details =
        models.isPresent() && endpoint.isNear() ? details(facts.name()) : Optional.empty();
    Finding finding =
        new ServerFacts(endpoint, models.orElse(List.of()), details, concurrency).finding();
    if (models.isPresent() || !endpoint.isLocal()) {
      keep(finding);
    }
    return finding;
  }

  private Optional<JsonObject> details(String model) {
    return endpoint.provider().equals("ollama") ? questions.shown(model) : questions.properties();
  }

  private void tryOut(Finding finding) {
    try {
      Finding tried = trial.of(finding);
      synchronized (this) {
        keep(tried);
      }
    } catch (ModelException e) {
      LOG.debug("{}: what it can do is still unknown: {}", endpoint, e.getMessage());
    } finally {
      synchronized (this) {
        onTrial = false;
        nextTrial = nanos.getAsLong() + PAUSE_NANOS;
      }
    }
  }

  private void keep(Finding finding) {
    found = Optional.of(finding);
    LOG.info("{}, model {}: {}", endpoint, finding.identity().name(), finding.words());
  }

  /** Learns from the report of an answer. */
  synchronized void learn(TokenUsage usage) {
    found.flatMap(finding -> finding.learned(usage)).ifPresent(more -> found = Optional.of(more));
  }

  /** Returns what is known without asking anybody; never waits for a question under way. */
  Optional<Finding> known() {
    return found;
  }
}
