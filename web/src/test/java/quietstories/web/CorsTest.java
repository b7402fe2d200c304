package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which pages may call. */
final class CorsTest {

  private static final String KNOWN = "http://localhost:5173";

  private static Optional<String> header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue("Access-Control-" + name);
  }

  @Test
  void aKnownPageIsLetInWithCredentials() {
    try (House house = new House()) {
      HttpResponse<String> preflight =
          house.send(
              "OPTIONS",
              "/sessions/",
              "",
              "Origin",
              KNOWN,
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "content-type, x-mine");
      assertThat(preflight.statusCode()).isEqualTo(200);
      assertThat(header(preflight, "Allow-Origin")).contains(KNOWN);
      assertThat(header(preflight, "Allow-Credentials")).contains("true");
      assertThat(header(preflight, "Allow-Methods"))
          .contains("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
      assertThat(header(preflight, "Allow-Headers")).contains("content-type, x-mine");
      assertThat(header(preflight, "Max-Age")).contains("600");
      assertThat(preflight.headers().firstValue("Vary")).contains("Origin");

      HttpResponse<String> simple = house.send("GET", "/sessions/", "", "Origin", KNOWN);
      assertThat(header(simple, "Allow-Origin")).contains(KNOWN);
      assertThat(header(simple, "Allow-Credentials")).contains("true");
      HttpResponse<String> lost = house.send("GET", "/nowhere", "", "Origin", KNOWN);
      assertThat(header(lost, "Allow-Origin")).contains(KNOWN);
    }
  }

  @Test
  void anUnknownPageIsServedButNotLetIn() {
    try (House house = new House()) {
      HttpResponse<String> preflight =
          house.send(
              "OPTIONS",
              "/sessions/",
              "",
              "Origin",
              "http://evil.example",
              "Access-Control-Request-Method",
              "POST");
      assertThat(preflight.statusCode()).isEqualTo(400);
      assertThat(preflight.body()).isEqualTo("Disallowed CORS origin");
      assertThat(header(preflight, "Allow-Origin")).isEmpty();
      HttpResponse<String> simple =
          house.send("GET", "/sessions/", "", "Origin", "http://evil.example");
      assertThat(simple.statusCode()).isEqualTo(200);
      assertThat(header(simple, "Allow-Origin")).isEmpty();
      assertThat(header(simple, "Allow-Credentials")).isEmpty();
    }
  }

  @Test
  void aStarNeverComesWithCredentials() {
    try (House house = new House(House.guarded(Optional.empty(), List.of("*", KNOWN)))) {
      HttpResponse<String> any =
          house.send("GET", "/sessions/", "", "Origin", "http://evil.example");
      assertThat(header(any, "Allow-Origin")).contains("*");
      assertThat(header(any, "Allow-Credentials")).isEmpty();
      HttpResponse<String> known = house.send("GET", "/sessions/", "", "Origin", KNOWN);
      assertThat(header(known, "Allow-Origin")).contains(KNOWN);
      assertThat(header(known, "Allow-Credentials")).contains("true");
    }
  }

  @Test
  void evenARequestThatReachesNoRouteCarriesTheHeaders() throws Exception {
    try (House house = new House()) {
      String answer =
          RawClient.exchange(
              house.door.port(),
              "POST /sessions/ HTTP/1.1",
              "Origin: " + KNOWN,
              "Content-Length: many");
      assertThat(answer).startsWith("HTTP/1.1 400").contains("Allow-Origin: " + KNOWN);
    }
  }
}
