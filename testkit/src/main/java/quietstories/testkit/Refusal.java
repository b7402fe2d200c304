package quietstories.testkit;

import java.util.ArrayList;
import java.util.List;
import quietstories.json.JsonObject;

/**
 * A JSON body with a status, as a vendor answers a request that it does not want.
 *
 * @param headers pairs of name and value, in order
 */
public record Refusal(int code, List<Header> headers, String body) implements Reply {

  public Refusal {
    headers = List.copyOf(headers);
  }

  /** One header line. */
  public record Header(String name, String value) {}

  static Refusal of(int code) {
    JsonObject error =
        JsonObject.builder()
            .put("message", "VENDOR-TEXT: request failed with " + code)
            .put("type", type(code))
            .put("code", code)
            .build();
    return new Refusal(code, List.of(), JsonObject.of("error", error).write());
  }

  /** Returns this refusal with one more header. */
  public Refusal header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Refusal(code, more, body);
  }

  /** Returns this refusal with {@code body} instead of its own. */
  public Refusal body(String body) {
    return new Refusal(code, headers, body);
  }

  private static String type(int code) {
    return switch (code) {
      case 401, 403 -> "authentication_error";
      case 404 -> "not_found_error";
      case 429 -> "rate_limit_error";
      case 503 -> "unavailable_error";
      default -> code < 500 ? "invalid_request_error" : "server_error";
    };
  }
}
