package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no decent client sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenRequestsTest {

  private House house;

  @BeforeAll
  void open() {
    house = new House();
  }

  @AfterAll
  void close() {
    house.close();
  }

  private static void isJsonError(String answer, String... statuses) {
    assertThat(answer.substring(9, 12)).as(answer).isIn((Object[]) statuses);
    assertThat(answer.toLowerCase(java.util.Locale.ROOT))
        .contains("content-type: application/json")
        .contains("x-request-id: ");
    assertThat(answer).contains("{\"detail\":").contains("\"code\":\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/sessions/%00,400",
    "/sessions/a%00b,400",
    "/sessions/%zz,400",
    "/sessions/%,400",
    "/sessions/%ff,400",
    "/sessions/%0d%0aX:1,400",
    "/page/%2e%2e/openapi.json,404",
    "/page/../openapi.json,404",
    "/page/..%2fopenapi.json,404",
    "/../../etc/passwd,404",
    "/sessions//turns,404",
    "//,404",
    "/sessions/a;b=c,404",
    "/sessions/?x=%zz,400",
    "/sessions/?x=%00,400",
    "http://other/sessions/%,400"
  })
  void aBadAddressIsAnsweredInJson(String path, String status) throws Exception {
    isJsonError(RawClient.exchange(house.door.port(), "GET " + path + " HTTP/1.1"), status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health",
        "GET  /health HTTP/1.1",
        "NONSENSE",
        "GET /health HTTP/9.9",
        "G\u0001T /health HTTP/1.1"
      })
  void aBadFirstLineIsAnsweredInJsonOrNotAtAll(String line) throws Exception {
    String answer = RawClient.exchange(house.door.port(), line);
    if (!answer.isEmpty()) {
      isJsonError(answer, "400", "404", "405", "505");
    }
  }

  @Test
  void aHeaderThatIsNoneIsABadRequest() throws Exception {
    int port = house.door.port();
    isJsonError(RawClient.exchange(port, "GET /health HTTP/1.1", "no colon here"), "400");
    isJsonError(RawClient.exchange(port, "GET /health HTTP/1.1", "Bad Name: x"), "400");
    isJsonError(
        RawClient.exchange(port, "POST /sessions/ HTTP/1.1", "Content-Length: many"), "400");
  }

  @Test
  void headersHaveAnEnd() throws Exception {
    int port = house.door.port();
    String large = "X-Large: " + "x".repeat(20_000);
    isJsonError(RawClient.exchange(port, "GET /health HTTP/1.1", large), "431");
    String[] many = new String[250];
    for (int i = 0; i < many.length; i++) {
      many[i] = "X-" + i + ": 1";
    }
    isJsonError(RawClient.exchange(port, "GET /health HTTP/1.1", many), "431");
  }

  @Test
  void anAddressHasAnEnd() throws Exception {
    String path = "/" + "x".repeat(20_000);
    isJsonError(
        RawClient.exchange(house.door.port(), "GET " + path + " HTTP/1.1"), "400", "414", "431");
  }

  @Test
  void aChunkThatIsNoneIsABadRequest() throws Exception {
    try (RawClient client = new RawClient(house.door.port())) {
      client.send(
          "POST /sessions/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
      isJsonError(client.readTo("}"), "400");
    }
  }

  @Test
  void oneBadRequestHarmsNoOther() throws Exception {
    for (int i = 0; i < 50; i++) {
      RawClient.exchange(house.door.port(), "NONSENSE " + i);
    }
    assertThat(house.send("GET", "/health", "").body()).isEqualTo("{\"status\":\"healthy\"}");
  }
}
