package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are too large and clients that are too slow. */
@Timeout(60)
final class LoadTest {

  private static String post(String path, String length) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n";
  }

  private static void isTooLarge(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 413");
    assertThat(answer).contains("PLAYER_BODY_TOO_LARGE");
    assertThat(answer.toLowerCase(Locale.ROOT)).contains("connection: close");
  }

  @Test
  void aLargeBodyIsRefusedAndTheAnswerReachesAClientThatSendsOn() throws Exception {
    try (House house = new House();
        RawClient client = new RawClient(house.door.port())) {
      int size = 40 << 20;
      client.send(post("/sessions/", "Content-Length: " + size));
      byte[] piece = new byte[1 << 20];
      for (int sent = 0; sent < size; sent += piece.length) {
        client.send(piece);
      }
      isTooLarge(client.readAll());
    }
  }

  @Test
  void aBodyInChunksIsCountedToo() throws Exception {
    try (House house = new House();
        RawClient client = new RawClient(house.door.port())) {
      client.send(post("/sessions/", "Transfer-Encoding: chunked"));
      String piece = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      for (int i = 0; i < 640; i++) {
        client.send(piece);
      }
      client.send("0\r\n\r\n");
      isTooLarge(client.readAll());
    }
  }

  @Test
  void aClientThatAsksFirstIsToldAtOnce() throws Exception {
    try (House house = new House();
        RawClient client = new RawClient(house.door.port())) {
      client.send(post("/sessions/", "Content-Length: 9000000\r\nExpect: 100-continue"));
      String answer = client.readAll();
      assertThat(answer).doesNotContain("100 Continue");
      isTooLarge(answer);
    }
  }

  @Test
  void anImportMayBeLarge() {
    try (House house = new House()) {
      String spec = "{\"spec\":{\"id\":\"" + "x".repeat(2 << 20) + "\"}}";
      assertThat(house.send("POST", "/scenarios/", spec).statusCode()).isEqualTo(422);
      assertThat(house.send("POST", "/sessions/", spec).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void healthAnswersWhileSlowClientsHoldTheirConnections() throws Exception {
    try (House house = new House()) {
      List<RawClient> slow = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        RawClient client = new RawClient(house.door.port());
        slow.add(client);
        client.send(i % 2 == 0 ? "GET /he" : post("/sessions/", "Content-Length: 100") + "{");
      }
      assertThat(house.send("GET", "/health", "").body()).isEqualTo("{\"status\":\"healthy\"}");
      for (RawClient client : slow) {
        client.close();
      }
    }
  }

  @Test
  void aClientThatFallsSilentIsSentAway() throws Exception {
    DoorSettings usual = DoorSettings.local(0);
    DoorSettings strict =
        new DoorSettings(
            usual.host(),
            0,
            usual.origins(),
            usual.token(),
            usual.maxBodyBytes(),
            usual.maxImportBytes(),
            usual.patience(),
            java.time.Duration.ofMillis(200),
            usual.logLevel());
    try (House house = new House(strict);
        RawClient headers = new RawClient(house.door.port());
        RawClient body = new RawClient(house.door.port())) {
      headers.send("GET /he");
      body.send(post("/sessions/", "Content-Length: 100") + "{");
      assertThat(headers.readAll()).doesNotContain("200 OK");
      assertThat(body.readAll()).doesNotContain("200 OK");
      try (RawClient idle = new RawClient(house.door.port())) {
        idle.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
        // why exactly one answer: a second one would be taken for that of a later request.
        assertThat(idle.readAll())
            .startsWith("HTTP/1.1 200 OK")
            .endsWith("{\"status\":\"healthy\"}");
      }
    }
  }
}
