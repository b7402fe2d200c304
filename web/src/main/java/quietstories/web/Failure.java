package quietstories.web;

import java.util.LinkedHashMap;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonObject;

/**
 * An error as clients see it.
 *
 * @param detail words, or the list of an input's faults
 * @param more further members of the body
 * @param retryable whether the same request may succeed later
 */
record Failure(
    int status,
    FaultCode code,
    Json detail,
    JsonObject more,
    Map<String, String> headers,
    boolean retryable) {

  Failure {
    headers = Map.copyOf(headers);
  }

  /** Returns the failure of that kind in those words. */
  static Failure of(FaultCode code, String detail) {
    return of(code, Json.of(detail));
  }

  /** Returns the failure of that kind with that detail. */
  static Failure of(FaultCode code, Json detail) {
    return new Failure(code.status(), code, detail, JsonObject.EMPTY, Map.of(), false);
  }

  /** Returns this failure under another status. */
  Failure withStatus(int other) {
    return new Failure(other, code, detail, more, headers, retryable);
  }

  /** Returns this failure with a further member in its body. */
  Failure with(String name, Json value) {
    return new Failure(status, code, detail, more.with(name, value), headers, retryable);
  }

  /** Returns this failure with a header. */
  Failure withHeader(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Failure(status, code, detail, more, all, retryable);
  }

  /** Returns this failure as one that a later try may overcome. */
  Failure thatMayPass() {
    return new Failure(status, code, detail, more, headers, true);
  }

  /** Returns the exception that carries this failure to {@link Errors}. */
  HttpFailure exception() {
    return new HttpFailure(this);
  }

  /** Returns the answer. */
  Reply.Whole reply() {
    JsonObject body =
        JsonObject.builder().put("detail", detail).put("code", code.name()).build().merge(more);
    Reply.Whole whole = Reply.json(status, body);
    return new Reply.Whole(status, headers, whole.mediaType(), whole.body());
  }

  /** Returns the {@code error} event of a stream. */
  JsonObject event() {
    return JsonObject.builder()
        .put("type", "error")
        .put("message", detail.asText().orElse("The input does not fit."))
        .put("code", code.name())
        .put("retryable", retryable)
        .build();
  }
}
