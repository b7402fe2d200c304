package quietstories.providers;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * A model behind a server, whatever its vendor. Safe for use by many threads.
 *
 * <p>A call waits for a free place on the server, and is tried again, twice at most, as long as
 * nothing was given to the listener and the failure is one that may pass: a refused connection,
 * 502, 503, 504, or 429 with a word on how long to wait. A time-out of ours is not tried again. On
 * a server with one place, a call in the background ends when an urgent one waits.
 */
public final class ServedModel implements ChatModel {

  private static final Logger LOG = LoggerFactory.getLogger(ServedModel.class);
  private static final int RETRIES = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final Duration TRIAL = Duration.ofSeconds(30);

  private final Endpoint endpoint;
  private final Dialect dialect;
  private final Server server;
  private final ModelSettings.Deadlines deadlines;
  private final Probe probe;
  private final boolean mayTry;
  private final AtomicBoolean unannouncedThoughts = new AtomicBoolean();

  ServedModel(Endpoint endpoint, Dialect dialect, Server server, ModelSettings settings) {
    this.endpoint = endpoint;
    this.dialect = dialect;
    this.server = server;
    this.deadlines = settings.timeout();
    this.mayTry = settings.mayTry();
    this.probe =
        new Probe(
            endpoint,
            new Questions(server.wire(), endpoint, dialect.headers(endpoint.key()), GLANCE),
            new Trial(this::tryOnce),
            settings.concurrency(),
            System::nanoTime);
  }

  /** Returns who answers; asks the server, for two seconds a question, while that is not known. */
  @Override
  public ModelIdentity identity() {
    return probe.finding().identity();
  }

  /** Returns what is known of who answers, asking nobody. */
  public Optional<Finding> known() {
    return probe.known();
  }

  /** Returns the vendor's short name. */
  public String provider() {
    return endpoint.provider();
  }

  /** Returns whether the last call failed. */
  public boolean isTroubled() {
    return server.breaker().isTroubled();
  }

  /** Also finds out what the server can do, in the background where that takes its time. */
  @Override
  public void connect() {
    server.wire().connect();
    if (mayTry) {
      probe.explore();
    } else {
      probe.finding();
    }
  }

  @Override
  public ModelAnswer ask(ModelRequest request, ModelListener listener, Cancellation cancellation) {
    long start = System.nanoTime();
    if (server.breaker().isOpen() && !request.urgent()) {
      throw new ModelException(
          ModelFault.UNAVAILABLE, "The model's server has failed several times in a row.", true);
    }
    Finding finding = probe.finding();
    Cancellation own = new Cancellation();
    AtomicBoolean overtaken = new AtomicBoolean();
    Gate.Wish wish =
        new Gate.Wish(
            request.urgent(),
            () -> listener.phase(ModelListener.Phase.QUEUED),
            () -> {
              overtaken.set(true);
              own.cancel();
            });
    try (Cancellation.Registration _ = cancellation.onCancel(own::cancel);
        Gate.Pass _ = server.gate().enter(capacity(finding.concurrency()), wish, own)) {
      listener.phase(ModelListener.Phase.SENT);
      ModelAnswer answer = persist(request, finding.identity(), listener, own, start);
      probe.learn(answer.usage());
      return answer;
    } catch (ModelException e) {
      boolean gaveWay = e.fault() == ModelFault.CANCELLED && overtaken.get();
      throw gaveWay && !cancellation.isCancelled() ? Faults.overtaken() : e;
    }
  }

  private ModelAnswer persist(
      ModelRequest request,
      ModelIdentity identity,
      ModelListener listener,
      Cancellation cancellation,
      long start) {
    WireRequest wire = wire(request, identity);
    for (int tries = 0; ; tries++) {
      Arriving answer = arriving(request, listener);
      Attempt attempt = new Attempt(server.wire(), deadlines, cancellation);
      try {
        ModelAnswer whole = attempt.ask(wire, dialect.reader(request, answer), answer, start);
        server.breaker().succeeded();
        return whole;
      } catch (ModelException failure) {
        note(failure);
        boolean again =
            tries < RETRIES && !answer.hasBegun() && attempt.mayPass(failure, LONGEST_PAUSE);
        if (!again || server.breaker().isOpen()) {
          throw failure;
        }
        listener.retrying(failure);
        pause(tries, failure, cancellation);
      }
    }
  }

  private Arriving arriving(ModelRequest request, ModelListener listener) {
    String prefix = "call_" + request.messages().size() + "_";
    return new Arriving(listener, prefix, unannouncedThoughts, System::nanoTime);
  }

  private WireRequest wire(ModelRequest request, ModelIdentity identity) {
    return new WireRequest(
        dialect.address(endpoint.base()),
        dialect.headers(endpoint.key()),
        Optional.of(dialect.write(request, identity).write()));
  }

  /** Asks a small question of the probe's, which gives way to every turn. */
  private ModelAnswer tryOnce(ModelRequest request, ModelIdentity as) {
    Cancellation own = new Cancellation();
    Gate.Wish wish = new Gate.Wish(false, () -> {}, own::cancel);
    ModelSettings.Deadlines soon = new ModelSettings.Deadlines(deadlines.connect(), TRIAL, TRIAL);
    int places = probe.known().map(Finding::concurrency).orElse(1);
    try (Gate.Pass _ = server.gate().enter(capacity(places), wish, own)) {
      Arriving answer = arriving(request, _ -> {});
      return new Attempt(server.wire(), soon, own)
          .ask(wire(request, as), dialect.reader(request, answer), answer, System.nanoTime());
    }
  }

  /** A server of this machine is small, however many calls it takes at once. */
  private Gate.Capacity capacity(int most) {
    return new Gate.Capacity(most, most == 1 || endpoint.isLocal());
  }

  private void note(ModelException failure) {
    switch (failure.fault()) {
      case UNAVAILABLE, TIMEOUT, UNUSABLE -> server.breaker().failed();
      case RATE_LIMITED, UNAUTHORIZED, REJECTED, CANCELLED -> {
        // why: the server is well; it is the request, the key or the player.
      }
    }
    if (failure.fault() != ModelFault.CANCELLED) {
      LOG.warn("{} failed: {}", endpoint, failure.getMessage(), failure.getCause());
    }
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
