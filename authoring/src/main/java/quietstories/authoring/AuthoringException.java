package quietstories.authoring;

import java.util.List;
import quietstories.story.Problem;

/**
 * There is no scenario, or no text, to give back; nothing was stored. The message is fit to be
 * shown: it holds no words of a model.
 */
public final class AuthoringException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;
  private final AuthoringFault fault;
  private final transient List<Problem> problems;

  /** Creates a failure. */
  public AuthoringException(AuthoringFault fault, String message) {
    this(fault, message, List.of());
  }

  private AuthoringException(AuthoringFault fault, String message, List<Problem> problems) {
    super(message);
    this.message = message;
    this.fault = fault;
    this.problems = List.copyOf(problems);
  }

  /** Creates the failure of a document with those problems; their places begin at its root. */
  public static AuthoringException invalid(List<Problem> problems) {
    return new AuthoringException(
        AuthoringFault.INVALID_SPEC, "the document is no valid scenario", problems);
  }

  /** Returns the kind of failure. */
  public AuthoringFault fault() {
    return fault;
  }

  /** Returns everything that is wrong with the document, if it is the document. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns the message, which is fit to be shown. */
  @Override
  public String getMessage() {
    return message;
  }
}
