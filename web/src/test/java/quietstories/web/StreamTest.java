package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnEvent;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/** Streams whose turns, readers or lines misbehave. */
@Timeout(30)
final class StreamTest {

  private static SseClient stream(House house, String session) {
    return SseClient.open(
        house.client, house.request("POST", session + "/turns/stream", "{\"action\":\"go\"}"));
  }

  private static List<String> types(List<JsonObject> events) {
    return events.stream().map(event -> event.text("type").orElseThrow()).toList();
  }

  @Test
  void eachEventArrivesBeforeTheNextOneHappens() throws Exception {
    try (House house = new House()) {
      CountDownLatch heard = new CountDownLatch(1);
      house.player =
          (id, input, listener, cancellation) -> {
            listener.on(new TurnEvent.Started(0));
            await(heard);
            throw new ModelException(ModelFault.TIMEOUT, "too slow", true);
          };
      try (SseClient stream = stream(house, "/sessions/x")) {
        assertThat(stream.next().orElseThrow().text("type")).contains("start");
        heard.countDown();
        assertThat(stream.rest())
            .containsExactly(
                JsonObject.builder()
                    .put("type", "error")
                    .put("message", "too slow")
                    .put("code", "MODEL_TIMEOUT")
                    .put("retryable", true)
                    .build());
      }
    }
  }

  @Test
  void silenceIsFilledWithWaiting() {
    try (House house = new House(House.impatient(Duration.ofMillis(20)))) {
      TurnPlayer engine = house.player;
      CountDownLatch go = new CountDownLatch(1);
      house.player =
          (id, input, listener, cancellation) -> {
            listener.on(new TurnEvent.Waiting(TurnEvent.WaitingFor.TOOL));
            await(go);
            return engine.play(id, input, listener, cancellation);
          };
      try (SseClient stream = stream(house, house.session())) {
        for (int i = 0; i < 3; i++) {
          JsonObject waiting = stream.next().orElseThrow();
          assertThat(waiting.text("type")).contains("waiting");
          assertThat(waiting.text("for")).contains("tool");
          assertThat(waiting.number("elapsed_ms").orElseThrow().value()).isPositive();
        }
        go.countDown();
        List<String> rest = new ArrayList<>(types(stream.rest()));
        rest.removeIf("waiting"::equals);
        assertThat(rest).startsWith("start", "verdict").endsWith("complete");
      }
    }
  }

  @Test
  void aPieceNeverEndsWithinACharacter() {
    try (House house = new House()) {
      TurnPlayer engine = house.player;
      house.player =
          (id, input, listener, cancellation) -> {
            listener.on(new TurnEvent.Started(0));
            "an owl 🦉 calls".chars().forEach(c -> say(listener, (char) c));
            PlayedTurn played = engine.play(id, input, _ -> {}, cancellation);
            listener.on(new TurnEvent.Committed(played));
            return played;
          };
      try (SseClient stream = stream(house, house.session())) {
        StringBuilder told = new StringBuilder();
        stream.rest().forEach(event -> told.append(event.text("content").orElse("")));
        assertThat(told).hasToString("an owl 🦉 calls");
      }
    }
  }

  private static void say(quietstories.engine.TurnListener listener, char c) {
    listener.on(new TurnEvent.Told(String.valueOf(c)));
  }

  @Test
  void aReaderThatGoesAwayCancelsTheTurnAndNothingIsStored() throws Exception {
    try (House house = new House()) {
      String session = house.session();
      CountDownLatch cancelled = new CountDownLatch(1);
      house.player =
          (id, input, listener, cancellation) -> {
            listener.on(new TurnEvent.Started(0));
            awaitCancel(cancellation);
            cancelled.countDown();
            throw new ModelException(ModelFault.CANCELLED, "gone", true);
          };
      SseClient stream = stream(house, session);
      stream.next();
      stream.close();
      house.client.shutdownNow();
      assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(house.store.newest(1).getFirst().turn()).isZero();
    }
  }

  @Test
  void aPlainCallerThatGoesAwayCancelsTheTurnToo() throws Exception {
    try (House house = new House()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch cancelled = new CountDownLatch(1);
      house.player =
          (id, input, listener, cancellation) -> {
            begun.countDown();
            awaitCancel(cancellation);
            cancelled.countDown();
            throw new ModelException(ModelFault.CANCELLED, "gone", true);
          };
      try (RawClient client = new RawClient(house.door.port())) {
        client.send("POST /sessions/x/turns HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aReaderThatBreaksTheConnectionOffCancelsTheTurn() throws Exception {
    try (House house = new House()) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch cancelled = new CountDownLatch(1);
      house.player =
          (id, input, listener, cancellation) -> {
            begun.countDown();
            awaitCancel(cancellation);
            cancelled.countDown();
            throw new ModelException(ModelFault.CANCELLED, "gone", true);
          };
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.door.port())) {
        String request =
            "POST /sessions/x/turns/stream HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        socket.setSoLinger(true, 0);
      }
      assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void noThreadDiesOfAnAnswerThatIsComplete() throws Exception {
    List<Throwable> deaths = Collections.synchronizedList(new ArrayList<>());
    Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, death) -> deaths.add(death));
    try (House house = new House()) {
      String session = house.session();
      for (int i = 0; i < 20; i++) {
        try (SseClient stream = stream(house, session)) {
          assertThat(stream.rest()).isNotEmpty();
        }
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(usual);
    }
    assertThat(deaths).isEmpty();
  }

  @Test
  void aReaderThatReadsNothingDoesNotHoldTheTurn() throws Exception {
    try (House house = new House()) {
      CountDownLatch told = new CountDownLatch(1);
      house.player =
          (id, input, listener, cancellation) -> {
            listener.on(new TurnEvent.Started(0));
            for (int i = 0; i < 2_000; i++) {
              listener.on(new TurnEvent.Told("x".repeat(10_000)));
            }
            told.countDown();
            throw new ModelException(ModelFault.UNAVAILABLE, "gone", true);
          };
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.door.port())) {
        String request =
            "POST /sessions/x/turns/stream HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(house.send("GET", "/health", "").statusCode()).isEqualTo(200);
        try (InputStream in = socket.getInputStream()) {
          long read = in.transferTo(java.io.OutputStream.nullOutputStream());
          assertThat(read).isGreaterThan(20_000_000L);
        }
      }
    }
  }

  @Test
  void aStreamIsFramedToTheByte() throws Exception {
    try (House house = new House()) {
      String session = house.session();
      try (RawClient client = new RawClient(house.door.port())) {
        client.send(
            "POST " + session + "/turns/stream HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
        String answer = client.readAll();
        assertThat(answer).contains("data: {\"type\":\"start\",\"turn\":0}\n\n");
        assertThat(answer).endsWith("\n\n\r\n0\r\n\r\n");
      }
    }
  }

  @Test
  void anUnforeseenFaultInAStreamShowsNothingInner() {
    try (House house = new House()) {
      house.player =
          (id, input, listener, cancellation) -> {
            listener.on(new TurnEvent.Started(0));
            throw new IllegalStateException("secret");
          };
      try (SseClient stream = stream(house, "/sessions/x")) {
        JsonObject error = stream.rest().getLast();
        assertThat(error.text("code")).contains("SERVER_INTERNAL");
        assertThat(error.write()).doesNotContain("secret");
      }
    }
  }

  @Test
  void manyTurnsOfOneSessionWaitTheirPlaceAndTheNinthIsTurnedAway() throws Exception {
    try (House house = new House()) {
      String session = house.session();
      CountDownLatch go = new CountDownLatch(1);
      AtomicInteger waiting = new AtomicInteger();
      TurnPlayer engine = house.player;
      house.player =
          (id, input, listener, cancellation) ->
              engine.play(
                  id,
                  input,
                  event -> {
                    if (event instanceof TurnEvent.Waiting) {
                      waiting.incrementAndGet();
                    }
                    if (event instanceof TurnEvent.Started) {
                      await(go);
                    }
                    listener.on(event);
                  },
                  cancellation);
      List<Thread> players = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        players.add(Thread.ofVirtual().start(() -> house.json("POST", session + "/turns", "{}")));
      }
      while (waiting.get() < 8) {
        Thread.onSpinWait();
      }
      var refused = house.send("POST", session + "/turns", "{}");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      go.countDown();
      for (Thread player : players) {
        player.join();
      }
      assertThat(house.json("GET", session, "").member("turn")).contains(Json.of(9));
    }
  }

  private static void awaitCancel(Cancellation cancellation) {
    CountDownLatch latch = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(latch::countDown)) {
      await(latch);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
