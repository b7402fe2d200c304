package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;

/**
 * The operators on lists: {@code map filter reduce all none some merge in}.
 *
 * <p>The first six evaluate their second operand once for each element, with the element as data.
 * What is no list counts as the empty one; all of nothing is false.
 */
final class Sequences {

  private static final int COMPARISONS_PER_STEP = 1_024;

  private Sequences() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "map", each(Sequences::map),
        "filter", each(Sequences::filter),
        "all",
            each((list, test, scope) -> Json.of(!list.isEmpty() && !any(list, test, scope, false))),
        "none", each((list, test, scope) -> Json.of(!any(list, test, scope, true))),
        "some", each((list, test, scope) -> Json.of(any(list, test, scope, true))),
        "reduce", Sequences::reduce,
        "merge", Operator.eager((operands, _) -> merge(operands)),
        "in", Operator.eager((operands, _) -> Json.of(in(operands))));
  }

  /** What is done with a list and the expression for its elements. */
  private interface Each {
    Json apply(List<Json> elements, Node inner, Scope scope);
  }

  private static Operator each(Each action) {
    return (operands, at, compiler) -> {
      Node list = compiler.operand(operands, 0, at);
      Node inner = compiler.inner(operands, 1, at);
      return scope -> {
        scope.budget().spend(1);
        return action.apply(elements(list.evaluate(scope)), inner, scope);
      };
    };
  }

  private static List<Json> elements(Json value) {
    return value instanceof JsonArray array ? array.elements() : List.of();
  }

  private static Json map(List<Json> list, Node inner, Scope scope) {
    List<Json> results = new ArrayList<>();
    for (Json element : list) {
      results.add(inner(element, inner, scope));
    }
    return new JsonArray(results);
  }

  private static Json filter(List<Json> list, Node inner, Scope scope) {
    List<Json> kept = new ArrayList<>();
    for (Json element : list) {
      if (Coercion.truthy(inner(element, inner, scope))) {
        kept.add(element);
      }
    }
    return new JsonArray(kept);
  }

  private static boolean any(List<Json> list, Node inner, Scope scope, boolean wanted) {
    for (Json element : list) {
      if (Coercion.truthy(inner(element, inner, scope)) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static Json inner(Json element, Node inner, Scope scope) {
    scope.budget().spend(1);
    return inner.evaluate(scope.within(element));
  }

  private static Node reduce(List<Json> operands, JsonPath at, LogicCompiler compiler) {
    Node list = compiler.operand(operands, 0, at);
    Node inner = compiler.inner(operands, 1, at);
    Node initial = compiler.operand(operands, 2, at);
    return scope -> {
      scope.budget().spend(1);
      List<Json> elements = elements(list.evaluate(scope));
      Json accumulator = initial.evaluate(scope);
      for (Json current : elements) {
        JsonObject both = JsonObject.of("current", current).with("accumulator", accumulator);
        accumulator = inner(both, inner, scope);
        // why: each round can double what the last one made, and sharing hides it from memory.
        scope.budget().spend(Measure.result(accumulator) - 1);
      }
      return accumulator;
    };
  }

  private static Json merge(Operands operands) {
    List<Json> merged = new ArrayList<>();
    for (Json operand : operands.values()) {
      if (operand instanceof JsonArray(List<Json> elements)) {
        operands.budget().spend(elements.size());
        merged.addAll(elements);
      } else {
        merged.add(operand);
      }
    }
    return new JsonArray(merged);
  }

  private static boolean in(Operands operands) {
    Budget budget = operands.budget();
    return switch (operands.at(1)) {
      case JsonString(String text) when !text.isEmpty() -> {
        String part = operands.text(0);
        budget.spend(1 + (long) text.length() * part.length() / COMPARISONS_PER_STEP);
        yield text.contains(part);
      }
      case JsonArray(List<Json> elements) -> {
        budget.spend(elements.size());
        yield operands.has(0)
            && elements.stream().anyMatch(e -> Coercion.strictlyEqual(e, operands.at(0)));
      }
      case JsonString _, JsonObject _, JsonNumber _, JsonBoolean _, JsonNull _ -> false;
    };
  }
}
