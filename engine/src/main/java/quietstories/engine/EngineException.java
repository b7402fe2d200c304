package quietstories.engine;

import java.util.List;
import java.util.Optional;
import quietstories.story.Ending;
import quietstories.story.Problem;

/** A turn or a session could not be had; nothing was stored. The message is fit to be shown. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;

  private final EngineFault fault;
  private final transient List<Problem> problems;
  private final transient Optional<Ending> ending;

  /** Creates a failure. */
  public EngineException(EngineFault fault, String message) {
    this(fault, message, List.of(), Optional.empty());
  }

  private EngineException(
      EngineFault fault, String message, List<Problem> problems, Optional<Ending> ending) {
    super(message);
    this.message = message;
    this.fault = fault;
    this.problems = problems;
    this.ending = ending;
  }

  /** Creates the failure of an input with those problems; their places begin at the body's root. */
  public static EngineException invalid(List<Problem> problems) {
    return new EngineException(
        EngineFault.INVALID_INPUT,
        "the input does not fit",
        List.copyOf(problems),
        Optional.empty());
  }

  /** Creates the failure of a turn for a story that is over. */
  public static EngineException ended(Ending ending) {
    return new EngineException(
        EngineFault.SESSION_ENDED,
        "This story has ended: " + ending.message(),
        List.of(),
        Optional.of(ending));
  }

  /** Returns the kind of failure. */
  public EngineFault fault() {
    return fault;
  }

  /** Returns what is wrong with the input, if it is the input. */
  public List<Problem> problems() {
    return problems;
  }

  /** Returns how the story ended, if that is why. */
  public Optional<Ending> ending() {
    return ending;
  }

  /** Returns the message, which is fit to be shown. */
  @Override
  public String getMessage() {
    return message;
  }
}
