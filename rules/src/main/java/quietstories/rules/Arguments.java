package quietstories.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Problem;

/**
 * The arguments of an action, checked against its parameters and coerced to their types.
 *
 * @param values the arguments; what was left out and has a default carries it
 * @param problems what is wrong, with places such as {@code parameters.target}
 */
record Arguments(JsonObject values, List<Problem> problems) {

  Arguments {
    problems = List.copyOf(problems);
  }

  /**
   * Reads {@code given} against {@code params}. An action without parameters takes any arguments; a
   * whole JSON Schema tolerates arguments that it does not name, the short form does not.
   */
  static Arguments read(JsonObject params, JsonObject given) {
    Map<String, ParameterForm> forms = ParameterForm.all(params);
    Map<String, Json> values = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    forms.forEach((name, form) -> one(name, form, given, values, problems));
    given
        .members()
        .forEach(
            (name, value) -> {
              if (!forms.containsKey(name)) {
                stranger(name, value, params, forms, values, problems);
              }
            });
    return new Arguments(new JsonObject(values), problems);
  }

  /** Returns whether {@code given} has every argument that {@code params} require. */
  static boolean complete(JsonObject params, JsonObject given) {
    return ParameterForm.all(params).entrySet().stream()
        .allMatch(entry -> !entry.getValue().isNeeded() || present(given, entry.getKey()));
  }

  private static boolean present(JsonObject given, String name) {
    return given.member(name).filter(value -> value != JsonNull.NULL).isPresent();
  }

  private static void one(
      String name,
      ParameterForm form,
      JsonObject given,
      Map<String, Json> values,
      List<Problem> problems) {
    if (present(given, name)) {
      Json value = given.member(name).orElseThrow();
      Optional<Json> coerced = form.coerced(value);
      coerced.ifPresent(found -> values.put(name, found));
      if (coerced.isEmpty()) {
        problems.add(new Problem(place(name), form.expectation(), value));
      }
    } else if (form.isNeeded()) {
      problems.add(new Problem(place(name), "is missing; it " + form.expectation(), JsonNull.NULL));
    } else {
      form.fallback().ifPresent(fallback -> values.put(name, fallback));
    }
  }

  private static void stranger(
      String name,
      Json value,
      JsonObject params,
      Map<String, ParameterForm> forms,
      Map<String, Json> values,
      List<Problem> problems) {
    if (params.members().isEmpty() || ParameterForm.isOpen(params)) {
      values.put(name, value);
    } else {
      String names = String.join(", ", forms.keySet());
      problems.add(
          new Problem(place(name), "is no parameter of this action; it takes " + names, value));
    }
  }

  private static JsonPath place(String name) {
    return new JsonPath(List.of("parameters", name));
  }
}
