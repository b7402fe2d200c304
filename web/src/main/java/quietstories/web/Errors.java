package quietstories.web;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.authoring.AuthoringException;
import quietstories.engine.EngineException;
import quietstories.engine.RevisionConflict;
import quietstories.json.Json;
import quietstories.model.ModelException;
import quietstories.rules.LogicFault;

/** The one place that turns what went wrong into what a client sees. */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final String SHORTLY = "1";

  private Errors() {}

  /**
   * Returns what the client of {@code requestId} sees of {@code fault}. Nothing inner is shown;
   * what nobody foresaw goes to the log.
   */
  static Failure of(Throwable fault, String requestId) {
    return switch (fault) {
      case HttpFailure known -> known.failure();
      case EngineException engine -> engine(engine);
      case RevisionConflict _ ->
          Failure.of(FaultCode.SERVER_CONFLICT, "The session was changed meanwhile.").thatMayPass();
      case AuthoringException authoring -> authoring(authoring);
      case ModelException model -> model(model);
      case LogicFault logic -> logic(logic);
      default -> {
        LOG.atError()
            .addKeyValue("component", "API")
            .addKeyValue("request_id", requestId)
            .setCause(fault)
            .log("Request failed: {}", fault.getClass().getSimpleName());
        yield Failure.of(FaultCode.SERVER_INTERNAL, "Internal Server Error").thatMayPass();
      }
    };
  }

  /** Returns {@code fault} as it looks on the routes of authors, where a bad answer is a 400. */
  static RuntimeException forAuthors(ModelException fault) {
    Failure failure = model(fault);
    return failure.code() == FaultCode.MODEL_UNUSABLE
        ? failure.withStatus(400).exception()
        : failure.exception();
  }

  private static Failure engine(EngineException fault) {
    String words = Optional.ofNullable(fault.getMessage()).orElse("");
    return switch (fault.fault()) {
      case UNKNOWN_SESSION, UNKNOWN_TURN -> Failure.of(FaultCode.PLAYER_NOT_FOUND, words);
      case OUT_OF_REACH -> Failure.of(FaultCode.PLAYER_OUT_OF_REACH, words);
      case SESSION_ENDED ->
          fault
              .ending()
              .map(
                  end ->
                      Failure.of(FaultCode.PLAYER_SESSION_ENDED, words)
                          .with("ending", end.toJson()))
              .orElseGet(() -> Failure.of(FaultCode.PLAYER_SESSION_ENDED, words));
      case NOT_COMPILED -> Failure.of(FaultCode.AUTHOR_NOT_COMPILED, words);
      case QUEUE_FULL ->
          Failure.of(FaultCode.PLAYER_QUEUE_FULL, words)
              .withHeader("Retry-After", SHORTLY)
              .thatMayPass();
      case KEY_REUSED ->
          InputFaults.of(
                  List.of(
                      InputFaults.fault(
                          "value_error", List.of("header", "Idempotency-Key"), words)))
              .withCode(FaultCode.PLAYER_KEY_REUSED);
      case INVALID_INPUT ->
          InputFaults.of(InputFaults.fromProblems(List.of("body"), fault.problems())).failure();
      case CONFLICT -> Failure.of(FaultCode.SERVER_CONFLICT, words).thatMayPass();
      case CANCELLED -> Failure.of(FaultCode.PLAYER_CANCELLED, words).thatMayPass();
    };
  }

  private static Failure authoring(AuthoringException fault) {
    String words = Optional.ofNullable(fault.getMessage()).orElse("");
    return switch (fault.fault()) {
      case UNKNOWN_SCENARIO -> Failure.of(FaultCode.PLAYER_NOT_FOUND, words);
      case IN_USE -> Failure.of(FaultCode.AUTHOR_IN_USE, words);
      case TOO_SHORT -> Failure.of(FaultCode.AUTHOR_TOO_SHORT, words);
      case UNUSABLE_ANSWER ->
          Failure.of(FaultCode.MODEL_UNUSABLE, words).withStatus(400).thatMayPass();
      case INVALID_SPEC ->
          InputFaults.of(InputFaults.fromProblems(List.of("body", "spec"), fault.problems()))
              .withCode(FaultCode.AUTHOR_INVALID_SPEC);
    };
  }

  private static Failure model(ModelException fault) {
    String words = Optional.ofNullable(fault.getMessage()).orElse("");
    FaultCode code =
        switch (fault.fault()) {
          case UNAVAILABLE -> FaultCode.MODEL_UNAVAILABLE;
          case TIMEOUT -> FaultCode.MODEL_TIMEOUT;
          case RATE_LIMITED -> FaultCode.MODEL_RATE_LIMITED;
          case UNAUTHORIZED -> FaultCode.MODEL_UNAUTHORIZED;
          case REJECTED -> FaultCode.MODEL_REJECTED;
          case UNUSABLE -> FaultCode.MODEL_UNUSABLE;
          case CANCELLED -> FaultCode.PLAYER_CANCELLED;
        };
    Failure failure = Failure.of(code, words);
    Failure timed =
        code == FaultCode.MODEL_RATE_LIMITED
            ? failure.withHeader("Retry-After", retryAfter(fault))
            : failure;
    return fault.retryable() ? timed.thatMayPass() : timed;
  }

  private static String retryAfter(ModelException fault) {
    return fault
        .retryAfter()
        .map(wait -> Long.toString(Math.max(1, (wait.toMillis() + 999) / 1_000)))
        .orElse(SHORTLY);
  }

  private static Failure logic(LogicFault fault) {
    String words = Optional.ofNullable(fault.getMessage()).orElse("");
    Json at =
        InputFaults.fault(
            "logic_invalid", InputFaults.place(List.of("body", "logic"), fault.place()), words);
    return InputFaults.of(List.of(at)).withCode(FaultCode.AUTHOR_INVALID_LOGIC);
  }
}
