package quietstories.providers;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelIdentity;
import quietstories.model.ModelListener;
import quietstories.model.ModelRequest;

/**
 * A model behind any server that speaks the chat-completions protocol. Safe for use by many
 * threads.
 *
 * <p>A call waits for a free place on the server, and is tried again, twice at most, as long as
 * nothing was given to the listener and the failure is one that may pass: a refused or lost
 * connection, 429, 502, 503 or 504. A time-out is not tried again.
 */
public final class OpenAiModel implements ChatModel {

  private static final Logger LOG = LoggerFactory.getLogger(OpenAiModel.class);
  private static final int RETRIES = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Endpoint endpoint;
  private final ModelSettings.Deadlines deadlines;
  private final HttpClient client;
  private final Probe probe;
  private final Gate gate = new Gate();
  private final Breaker breaker = new Breaker(System::nanoTime);

  OpenAiModel(Endpoint endpoint, ModelSettings settings) {
    this.endpoint = endpoint;
    this.deadlines = settings.timeout();
    this.client = Clients.to(endpoint, deadlines.connect());
    this.probe = new Probe(endpoint, client, settings.concurrency());
  }

  /** Returns who answers; asks the server, for two seconds at most, while that is not known. */
  @Override
  public ModelIdentity identity() {
    return probe.finding().identity();
  }

  /** Returns who answers as far as is known, asking nobody. */
  public Optional<ModelIdentity> known() {
    return probe.known().map(Probe.Finding::identity);
  }

  /** Returns the vendor's short name. */
  public String provider() {
    return endpoint.provider();
  }

  /** Returns whether the last call failed. */
  public boolean isTroubled() {
    return breaker.isTroubled();
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    long start = System.nanoTime();
    if (breaker.isOpen() && !request.urgent()) {
      throw new ModelException(
          ModelFault.UNAVAILABLE, "The model's server has failed several times in a row.", true);
    }
    Probe.Finding finding = probe.finding();
    Runnable queued = () -> listener.phase(ModelListener.Phase.QUEUED);
    try (Gate.Pass _ = gate.enter(finding.concurrency(), request.urgent(), queued, cancellation)) {
      listener.phase(ModelListener.Phase.SENT);
      return persist(request, finding.identity(), listener, cancellation, start);
    }
  }

  private ModelAnswer persist(
      ModelRequest request,
      ModelIdentity identity,
      ModelListener listener,
      Cancellation cancellation,
      long start) {
    HttpRequest http = http(request, identity);
    for (int tries = 0; ; tries++) {
      TextPieces pieces = new TextPieces(listener::text);
      Attempt attempt = new Attempt(client, deadlines, cancellation);
      try {
        ModelAnswer answer = attempt.ask(http, pieces, start);
        breaker.succeeded();
        return answer;
      } catch (ModelException failure) {
        note(failure);
        boolean again =
            tries < RETRIES && pieces.all().isEmpty() && mayPass(failure, attempt.status());
        if (!again || breaker.isOpen()) {
          throw failure;
        }
        pause(tries, failure, cancellation);
      }
    }
  }

  private HttpRequest http(ModelRequest request, ModelIdentity identity) {
    String body = ChatRequest.write(request, identity).write();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(endpoint.at("/chat/completions"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    endpoint.key().ifPresent(key -> http.header("Authorization", "Bearer " + key));
    return http.build();
  }

  private void note(ModelException failure) {
    switch (failure.fault()) {
      case UNAVAILABLE, TIMEOUT, UNUSABLE -> breaker.failed();
      case RATE_LIMITED, UNAUTHORIZED, REJECTED, CANCELLED -> {
        // why: the server is well; it is the request, the key or the player.
      }
    }
    if (failure.fault() != ModelFault.CANCELLED) {
      LOG.warn("{} failed: {}", endpoint, failure.getMessage(), failure.getCause());
    }
  }

  /** Whether the same request may succeed in a moment; a plain 500 tells of a fault that stays. */
  private static boolean mayPass(ModelException failure, int status) {
    return switch (failure.fault()) {
      case UNAVAILABLE -> status != 500 && status != 200;
      case RATE_LIMITED -> failure.retryAfter().orElse(FIRST_PAUSE).compareTo(LONGEST_PAUSE) <= 0;
      case TIMEOUT -> status == 504;
      case UNAUTHORIZED, REJECTED, UNUSABLE, CANCELLED -> false;
    };
  }

  private static void pause(int tries, ModelException failure, Cancellation cancellation) {
    long backOff = FIRST_PAUSE.toMillis() << (2 * tries);
    long jitter = ThreadLocalRandom.current().nextLong(backOff / 2 + 1);
    long millis = failure.retryAfter().map(Duration::toMillis).orElse(backOff + jitter);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(stopped::countDown)) {
      if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
        throw Faults.cancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Faults.cancelled();
    }
  }
}
