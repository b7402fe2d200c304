package quietstories.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelListener;
import quietstories.testkit.ModelServer;
import quietstories.testkit.RecordedRequest;
import quietstories.testkit.Reply;
import quietstories.testkit.ServerTraits;
import quietstories.testkit.Trouble;

/** How calls are bounded, repeated and given up, whatever the vendor. */
class EdgeTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final ModelServer server = ModelServer.start();
  private final ServedModel model = Models.of("generic", server);

  @AfterEach
  void close() {
    server.close();
  }

  private static ModelSettings at(ModelServer server) {
    return Models.settings("generic", Optional.of(URI.create(server.url())));
  }

  private static ModelFault fault(ServedModel model) {
    try {
      Models.ask(model);
      throw new AssertionError("it answered");
    } catch (ModelException e) {
      return e.fault();
    }
  }

  @Test
  void aServerThatIsBusyForAMomentIsAskedAgain() {
    server.inTurn(Reply.status(503), Reply.rateLimited("0"), Reply.text("Now."));
    assertThat(Models.ask(model).text()).isEqualTo("Now.");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void tooManyRequestsWithoutAWordOnHowLongIsNotTriedAgain() {
    server.always(Reply.status(429));
    assertThat(fault(model)).isEqualTo(ModelFault.RATE_LIMITED);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void nothingIsTriedAgainOnceTextWasShown() {
    server.always(
        Reply.pieces("a", "b")
            .trouble(new Trouble.Fails(1, JsonObject.builder().put("code", 503).build())));
    assertThat(fault(model)).isEqualTo(ModelFault.UNAVAILABLE);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aTimeoutIsNotTriedAgainAndClosesTheSocket() throws Exception {
    server.always(Reply.silence());
    ModelSettings.Deadlines deadlines =
        new ModelSettings.Deadlines(SOON, Duration.ofMillis(200), SOON);
    assertThat(fault(Models.of(Models.with(at(server), deadlines), new Servers())))
        .isEqualTo(ModelFault.TIMEOUT);
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().getFirst().awaitEnd(SOON)).contains(RecordedRequest.End.HUNG_UP);
  }

  @Test
  void silenceCountsFromTheFirstByteOn() {
    ModelSettings.Deadlines deadlines =
        new ModelSettings.Deadlines(SOON, SOON, Duration.ofMillis(150));
    ServedModel strict = Models.of(Models.with(at(server), deadlines), new Servers());
    server.always(Reply.text("Late.").firstAfter(Duration.ofMillis(400)));
    assertThat(Models.ask(strict).text()).isEqualTo("Late.");
    server.always(Reply.pieces("a", "b").trouble(new Trouble.Stall(1)));
    assertThat(fault(strict)).isEqualTo(ModelFault.TIMEOUT);
  }

  @Test
  void aConnectionThatTheServerClosedMeanwhileCostsNothing() {
    Models.ask(model);
    int port = server.port();
    server.close();
    try (ModelServer again = ModelServer.start(ServerTraits.LLAMA_SERVER, port)) {
      assertThat(Models.ask(model).text()).isNotEmpty();
      assertThat(again.requests()).hasSize(1);
    }
  }

  @Test
  void aConnectionThatDiesInTheMomentOfUseIsReplacedOnce() {
    Models.ask(model);
    server.inTurn(Reply.hangup(true), Reply.text("Now."));
    assertThat(Models.ask(model).text()).isEqualTo("Now.");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aFreshConnectionThatDiesIsAFailure() {
    server.always(Reply.hangup(false));
    assertThat(fault(model)).isEqualTo(ModelFault.UNAVAILABLE);
  }

  @Test
  void anAbsentServerIsUnavailable() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ModelSettings settings =
        Models.settings("generic", Optional.of(URI.create("http://127.0.0.1:" + port)));
    ServedModel absent = Models.of(settings, new Servers());
    absent.connect();
    assertThat(fault(absent)).isEqualTo(ModelFault.UNAVAILABLE);
    assertThat(absent.known()).isEmpty();
  }

  @Test
  void connectingAheadOpensTheConnectionOfTheQuestion() {
    model.connect();
    assertThat(server.connections()).isEqualTo(1);
    Models.ask(model);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void anOpenBreakerStopsBackgroundCallsAndRetriesButNeverATurnsOneAttempt() {
    server.always(Reply.status(500));
    for (int i = 0; i < 5; i++) {
      assertThat(fault(model)).isEqualTo(ModelFault.UNAVAILABLE);
    }
    assertThatThrownBy(() -> model.ask(Models.HELLO.inBackground(), _ -> {}, new Cancellation()))
        .isInstanceOf(ModelException.class);
    assertThat(server.requests()).hasSize(5);
    server.always(Reply.status(503));
    assertThat(fault(model)).isEqualTo(ModelFault.UNAVAILABLE);
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  void allModelsOfAServerShareItsPlaces() {
    Servers servers = new Servers();
    ModelSettings one = Models.withConcurrency(at(server), 1);
    ServedModel first = Models.of(one, servers);
    ServedModel second = Models.of(one, servers);
    server.always(Reply.text("a").firstAfter(Duration.ofMillis(30)));
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> Models.ask(first)),
            CompletableFuture.runAsync(() -> Models.ask(second)),
            CompletableFuture.runAsync(() -> Models.ask(second)))
        .join();
    assertThat(server.peak()).isEqualTo(1);
  }

  @Test
  void onAServerWithOnePlaceABackgroundCallEndsWhenATurnWaits() throws Exception {
    ServedModel one = Models.of(Models.withConcurrency(at(server), 1), new Servers());
    server.inTurn(Reply.pieces("a", "b").trouble(new Trouble.Stall(1)), Reply.text("Now."));
    CountDownLatch begun = new CountDownLatch(1);
    ModelListener listener = _ -> begun.countDown();
    CompletableFuture<Void> background =
        CompletableFuture.runAsync(
            () -> one.ask(Models.HELLO.inBackground(), listener, new Cancellation()));
    begun.await();
    assertThat(Models.ask(one).text()).isEqualTo("Now.");
    assertThatThrownBy(background::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .asInstanceOf(type(ModelException.class))
        .satisfies(
            e -> {
              assertThat(e.fault()).isEqualTo(ModelFault.CANCELLED);
              assertThat(e.retryable()).isTrue();
            });
    assertThat(server.requests().getFirst().awaitEnd(SOON)).contains(RecordedRequest.End.HUNG_UP);
  }

  @Test
  void theKeyIsShownInNoMessageAndNoLog() {
    Logger root = (Logger) LoggerFactory.getLogger("quietstories.providers");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    root.addAppender(lines);
    root.setLevel(Level.TRACE);
    try {
      ModelSettings settings = Models.withKeys(at(server));
      assertThat(settings.toString()).doesNotContain(Models.KEY);
      ServedModel keyed = Models.of(settings, new Servers());
      String echo = "Incorrect API key provided: " + Models.KEY;
      for (int status : List.of(400, 401, 403, 404, 500)) {
        server.always(Reply.status(status).body(echo));
        assertThatThrownBy(() -> Models.ask(keyed))
            .satisfies(e -> assertThat(e.toString()).doesNotContain(Models.KEY));
      }
      server.always(Reply.hangup(false));
      assertThat(fault(keyed)).isEqualTo(ModelFault.UNAVAILABLE);
      assertThat(server.requests().getLast().header("authorization"))
          .contains("Bearer " + Models.KEY);
      assertThat(lines.list).isNotEmpty();
      assertThat(lines.list.toString()).doesNotContain(Models.KEY);
    } finally {
      root.detachAppender(lines);
    }
  }
}
