package quietstories.testkit;

import java.time.Duration;
import java.util.List;
import quietstories.json.JsonObject;

/** What a {@link ModelServer} does with one chat request. */
public sealed interface Reply permits Speech, Refusal, RawReply, Hangup, Silence, Simulated {

  /** Returns a reply that says {@code text}, cut into pieces of about four characters. */
  static Speech text(String text) {
    return Speech.of(Pieces.of(text));
  }

  /** Returns a reply that says {@code pieces}, each in an event of its own. */
  static Speech pieces(String... pieces) {
    return Speech.of(List.of(pieces));
  }

  /** Returns an error in a vendor's words; the message should show up nowhere. */
  static Refusal status(int code) {
    return Refusal.of(code);
  }

  /** Returns 429 with the header {@code Retry-After: retryAfter}, taken as it is. */
  static Refusal rateLimited(String retryAfter) {
    return Refusal.of(429).header("Retry-After", retryAfter);
  }

  /** Returns 200 whose body is an error object instead of an answer. */
  static Refusal errorInside(JsonObject error) {
    return new Refusal(200, List.of(), JsonObject.of("error", error).write());
  }

  /** Returns no byte at all until the server releases it; then the connection is closed. */
  static Silence silence() {
    return new Silence();
  }

  /** Returns a connection that is closed without an answer, by RST if {@code reset}. */
  static Hangup hangup(boolean reset) {
    return new Hangup(reset);
  }

  /** Returns an event stream made of exactly {@code writes}, a pause after each. */
  static RawReply raw(Duration pause, byte[]... writes) {
    return RawReply.of(pause, writes);
  }
}
