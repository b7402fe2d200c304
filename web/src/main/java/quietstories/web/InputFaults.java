package quietstories.web;

import java.util.ArrayList;
import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Problem;

/** What is wrong with an input, each with its place; the body of a 422. */
record InputFaults(List<Json> entries) {

  /** A longer input is not repeated to the client. */
  private static final int SHOWN = 2_000;

  InputFaults {
    entries = List.copyOf(entries);
  }

  /** Returns those faults. */
  static InputFaults of(List<Json> entries) {
    return new InputFaults(entries);
  }

  /** Returns a fault whose input is not worth showing. */
  static Json fault(String type, List<String> place, String message) {
    return fault(type, JsonArray.ofTexts(place), message, JsonNull.NULL, JsonObject.EMPTY);
  }

  /** Returns a fault. */
  static Json fault(String type, JsonArray place, String message, Json input, JsonObject context) {
    JsonObject fault =
        JsonObject.builder()
            .put("type", type)
            .put("loc", place)
            .put("msg", message)
            .put("input", shown(input))
            .build();
    return context.members().isEmpty() ? fault : fault.with("ctx", context);
  }

  private static Json shown(Json input) {
    String text = input.write();
    return text.length() <= SHOWN ? input : Json.of(text.substring(0, SHOWN) + "…");
  }

  /** Returns the problems of a document that stands at {@code prefix} in the request. */
  static List<Json> fromProblems(List<String> prefix, List<Problem> problems) {
    List<Json> faults = new ArrayList<>();
    for (Problem problem : problems) {
      JsonArray place = new JsonArray(steps(prefix, problem.place()));
      faults.add(fault("value_error", place, problem.message(), problem.input(), JsonObject.EMPTY));
    }
    return faults;
  }

  /** Returns the names of the steps to a place below {@code prefix}. */
  static List<String> place(List<String> prefix, JsonPath below) {
    List<String> names = new ArrayList<>(prefix);
    names.addAll(below.segments());
    return names;
  }

  /** List indices are numbers in a place, names are strings. */
  private static List<Json> steps(List<String> prefix, JsonPath below) {
    List<Json> steps = new ArrayList<>();
    for (String segment : place(prefix, below)) {
      boolean index = segment.matches("\\d{1,9}");
      steps.add(index ? Json.of(Long.parseLong(segment)) : Json.of(segment));
    }
    return steps;
  }

  /** Returns the 422. */
  Failure failure() {
    return withCode(FaultCode.PLAYER_INVALID_INPUT);
  }

  /** Returns the 422 with that code. */
  Failure withCode(FaultCode code) {
    return Failure.of(code, new JsonArray(entries));
  }
}
