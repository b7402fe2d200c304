package quietstories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server with a token. */
final class AccessTest {

  @Test
  void onlyHealthAndThePageAnswerWithoutTheToken() {
    try (House house = new House(House.guarded(Optional.of("open sesame"), List.of()))) {
      for (String path : List.of("/", "/sessions/", "/openapi.json", "/optimization/config")) {
        HttpResponse<String> answer = house.send("GET", path, "");
        assertThat(answer.statusCode()).as(path).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(House.read(answer).text("code")).contains("PLAYER_UNAUTHORIZED");
      }
      for (String path : List.of("/health", "/health/live", "/health/ready", "/page/app.js")) {
        assertThat(house.send("GET", path, "").statusCode()).as(path).isEqualTo(200);
      }
      assertThat(house.send("GET", "/", "", "Accept", "text/html").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theTokenMustBeTheWholeToken() {
    try (House house = new House(House.guarded(Optional.of("sesame"), List.of()))) {
      for (String wrong : List.of("Bearer sesam", "Bearer sesames", "sesame", "Basic sesame")) {
        assertThat(house.send("GET", "/sessions/", "", "Authorization", wrong).statusCode())
            .as(wrong)
            .isEqualTo(401);
      }
      for (String right : List.of("Bearer sesame", "bearer sesame")) {
        assertThat(house.send("GET", "/sessions/", "", "Authorization", right).statusCode())
            .as(right)
            .isEqualTo(200);
      }
    }
  }
}
