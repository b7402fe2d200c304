package quietstories.model;

import java.time.Duration;
import java.util.Optional;

/**
 * There is no answer. The message is fit to be shown: it holds no key, no address and no text of
 * the vendor.
 */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;

  private final ModelFault fault;
  private final boolean retryable;
  private final transient Optional<Duration> retryAfter;

  /** Creates a failure; {@code cause} is for the log alone. */
  public ModelException(
      ModelFault fault,
      String message,
      boolean retryable,
      Optional<Duration> retryAfter,
      Throwable cause) {
    super(message, cause);
    this.message = message;
    this.fault = fault;
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }

  /** Creates a failure that has no other cause. */
  public ModelException(ModelFault fault, String message, boolean retryable) {
    super(message);
    this.message = message;
    this.fault = fault;
    this.retryable = retryable;
    this.retryAfter = Optional.empty();
  }

  /** Returns why there is no answer. */
  public ModelFault fault() {
    return fault;
  }

  /** Returns whether the same request may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /** Returns how long the vendor asks to wait, if it does. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Returns the message, which is fit to be shown. */
  @Override
  public String getMessage() {
    return message;
  }
}
