package quietstories.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a raw path or query apart. Everything in doubt is refused rather than guessed. */
final class RequestPath {

  private RequestPath() {}

  /** Returns the segments of {@code path} as they are, without a slash at its end. */
  static List<String> split(String path) {
    String inner = path.startsWith("/") ? path.substring(1) : path;
    if (inner.isEmpty()) {
      return List.of();
    }
    String bare = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
    return List.of(bare.split("/", -1));
  }

  /**
   * Returns the decoded segments of a raw path.
   *
   * @throws HttpFailure 400 if it does not begin with a slash, holds a bad escape or a control
   *     character; 404 if it tries to climb
   */
  static List<String> segments(String raw) {
    if (!raw.startsWith("/")) {
      throw unreadable();
    }
    List<String> segments = new ArrayList<>();
    for (String segment : split(raw)) {
      String decoded = decode(segment, false);
      if (decoded.equals(".") || decoded.equals("..")) {
        throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Not Found").exception();
      }
      segments.add(decoded);
    }
    return segments;
  }

  /**
   * Returns the text that {@code raw} spells.
   *
   * @param plus whether a plus sign is a space
   * @throws HttpFailure 400 if an escape is bad, or spells no UTF-8 or a control character
   */
  static String decode(String raw, boolean plus) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.put((byte) (16 * digit(raw, i + 1) + digit(raw, i + 2)));
        i += 2;
      } else if (c == '+' && plus) {
        bytes.put((byte) ' ');
      } else if (c <= ' ' || c >= 0x7f) {
        throw unreadable();
      } else {
        bytes.put((byte) c);
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw unreadable();
      }
      return text;
    } catch (CharacterCodingException e) {
      throw unreadable();
    }
  }

  private static int digit(String raw, int at) {
    int value = at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
    if (value < 0) {
      throw unreadable();
    }
    return value;
  }

  private static HttpFailure unreadable() {
    return Failure.of(FaultCode.PLAYER_BAD_REQUEST, "The address cannot be read.").exception();
  }
}
