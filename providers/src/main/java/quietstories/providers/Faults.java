package quietstories.providers;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import quietstories.json.JsonObject;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;

/** Words what went wrong with a call, without a key, an address or the vendor's own text. */
final class Faults {

  private Faults() {}

  /**
   * Returns the failure that an error status stands for.
   *
   * @param words the vendor's text, from which only the kind of error is taken
   */
  static ModelException status(int status, String words, Optional<Duration> retryAfter) {
    return switch (status) {
      case 401, 403 ->
          plain(ModelFault.UNAUTHORIZED, "The model's server does not accept the API key.", false);
      case 404 -> plain(ModelFault.REJECTED, "The server does not know the model.", false);
      case 408, 504 ->
          plain(ModelFault.TIMEOUT, "The model's server did not answer in time.", true);
      case 429 ->
          new ModelException(
              ModelFault.RATE_LIMITED,
              "The model's server asks for fewer requests; try again later.",
              true,
              retryAfter,
              new IllegalStateException("status 429"));
      default -> status >= 500 ? server() : rejected(words);
    };
  }

  private static ModelException server() {
    return plain(ModelFault.UNAVAILABLE, "The model's server reports an error of its own.", true);
  }

  private static ModelException rejected(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    boolean tooLong =
        text.contains("prompt is too long")
            || (text.contains("context") && (text.contains("exceed") || text.contains("length")));
    return plain(
        ModelFault.REJECTED,
        tooLong
            ? "The prompt is longer than the model's context; lower max_context_tokens."
            : "The model's server refused the request.",
        false);
  }

  /** Returns the failure that an error object stands for which came where an answer was due. */
  static ModelException inside(JsonObject error) {
    OptionalLong code = error.integer("code");
    String type = error.text("type").or(() -> error.text("code")).orElse("");
    if (code.isPresent() && code.getAsLong() >= 400 && code.getAsLong() < 600) {
      return status((int) code.getAsLong(), error.write(), Optional.empty());
    }
    if (type.contains("rate_limit")) {
      return status(429, "", Optional.empty());
    }
    if (type.contains("authentication") || type.contains("permission")) {
      return status(401, "", Optional.empty());
    }
    return type.contains("invalid_request") || type.contains("exceed")
        ? rejected(error.write())
        : server();
  }

  static ModelException timeout(String what) {
    return plain(ModelFault.TIMEOUT, what, true);
  }

  static ModelException cancelled() {
    return plain(ModelFault.CANCELLED, "The call was cancelled.", false);
  }

  /** Returns the end of a call in the background that an urgent one took the place of. */
  static ModelException overtaken() {
    return plain(ModelFault.CANCELLED, "The call gave way to a player's turn.", true);
  }

  static ModelException unreachable(Throwable cause) {
    return new ModelException(
        ModelFault.UNAVAILABLE,
        "The model's server cannot be reached.",
        true,
        Optional.empty(),
        cause);
  }

  static ModelException unusable() {
    return plain(
        ModelFault.UNUSABLE, "The model's server answered nothing that can be read.", true);
  }

  private static ModelException plain(ModelFault fault, String message, boolean retryable) {
    return new ModelException(fault, message, retryable);
  }
}
