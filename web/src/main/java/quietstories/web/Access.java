package quietstories.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets in who has the token, or everybody if there is none. */
final class Access {

  private static final String SCHEME = "bearer ";

  private final Optional<byte[]> token;

  /** Creates the guard of that token. */
  Access(Optional<String> token) {
    this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Lets a request with those headers pass.
   *
   * @throws HttpFailure 401 if it does not carry the token
   */
  void check(RequestHeaders headers) {
    if (token.isEmpty() || carries(headers, token.get())) {
      return;
    }
    throw Failure.of(FaultCode.PLAYER_UNAUTHORIZED, "This server needs a token.")
        .withHeader("WWW-Authenticate", "Bearer")
        .exception();
  }

  /** The comparison takes the same time whatever is wrong, so that nobody can feel his way. */
  private static boolean carries(RequestHeaders headers, byte[] expected) {
    String header = headers.first("Authorization").orElse("");
    boolean bearer = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String given = bearer ? header.substring(SCHEME.length()).strip() : "";
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
  }
}
