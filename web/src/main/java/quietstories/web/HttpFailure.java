package quietstories.web;

/** Carries a {@link Failure} from where it is found to where it is answered. */
final class HttpFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient Failure failure;

  HttpFailure(Failure failure) {
    super(failure.code().name());
    this.failure = failure;
  }

  /** Returns what the client shall see. */
  Failure failure() {
    return failure;
  }
}
