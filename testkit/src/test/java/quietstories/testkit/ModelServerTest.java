package quietstories.testkit;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelServerTest {

  private static final String STREAMED =
      "{\"stream\":true,\"stream_options\":{\"include_usage\":true},\"messages\":[]}";

  private final ModelServer server = ModelServer.start();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aStreamHoldsThePiecesTheReasonTheUsageAndTheEnd() throws Exception {
    server.always(Reply.pieces("Good ", "morning").usage(7, 3, 2));
    String stream = post(STREAMED).body();
    assertThat(stream)
        .contains("\"content\":null", "\"content\":\"Good \"", "\"content\":\"morning\"")
        .contains("\"finish_reason\":\"stop\"", "\"cached_tokens\":3")
        .endsWith("data: [DONE]\n\n");
    assertThat(server.requests().getFirst().awaitEnd(Duration.ofSeconds(5)))
        .contains(RecordedRequest.End.ANSWERED);
  }

  @Test
  void aPlainRequestIsAnsweredWhole() throws Exception {
    server.always(Reply.text("Good morning"));
    assertThat(post("{\"messages\":[]}").body()).contains("\"content\":\"Good morning\"");
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    for (int i = 0; i < 5; i++) {
      post(STREAMED);
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void splitEventsAreTheSameBytes() throws Exception {
    server.always(Reply.text("Żółw 🐢 idzie"));
    String whole = post(STREAMED).body();
    server.always(Reply.text("Żółw 🐢 idzie").style(WireStyle.PLAIN.inWritesOf(3)));
    assertThat(post(STREAMED).body()).isEqualTo(whole);
  }

  @Test
  void aClientThatLeavesDuringAStallIsSeen() throws Exception {
    server.always(Reply.text("Good morning").trouble(new Trouble.Stall(1)));
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      String head =
          "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: "
              + STREAMED.length()
              + "\r\n\r\n"
              + STREAMED;
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
    RecordedRequest request = server.requests().getFirst();
    assertThat(request.awaitEnd(Duration.ofSeconds(5))).contains(RecordedRequest.End.HUNG_UP);
    assertThat(request.hungUp()).isTrue();
  }

  @Test
  void aStallGoesOnWhenReleased() throws Exception {
    server.always(Reply.text("Good morning").trouble(new Trouble.Stall(1)));
    var answer = client.sendAsync(request(STREAMED), BodyHandlers.ofString());
    while (server.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    while (!answer.isDone()) {
      server.release();
      Thread.onSpinWait();
    }
    assertThat(answer.join().body()).endsWith("[DONE]\n\n");
  }

  @Test
  void aCutStreamIsAnErrorForItsClient() {
    server.always(Reply.text("Good morning").trouble(new Trouble.Cut(1, true)));
    assertThatThrownBy(() -> post(STREAMED)).isInstanceOf(IOException.class);
  }

  @Test
  void refusalsCarryTheirHeaders() throws Exception {
    server.always(Reply.rateLimited("7"));
    var response = post(STREAMED);
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).isEqualTo(Optional.of("7"));
  }

  @Test
  void aSimulatedModelReportsOverTheWireWhatItsCacheHeld() throws Exception {
    Timing cached = Timing.INSTANT.slots(1).prefixCache(true);
    server.script(new SimulatedModel(cached, new Improviser(20)));
    post(STREAMED);
    assertThat(post(STREAMED).body()).contains("\"cached_tokens\":2").endsWith("[DONE]\n\n");
    RecordedRequest last = server.requests().getLast();
    assertThat(last.sent())
        .isNotEmpty()
        .isSortedAccordingTo(comparingLong(RecordedRequest.Sent::nanos));
  }

  private java.net.http.HttpResponse<String> post(String body)
      throws IOException, InterruptedException {
    return client.send(request(body), BodyHandlers.ofString());
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/chat/completions"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .timeout(Duration.ofSeconds(20))
        .build();
  }
}
