package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/** The operators that decide themselves which operands are evaluated, and with what data. */
final class ControlOperators {

  static final Set<String> NAMES =
      Set.of("if", "?:", "and", "or", "filter", "map", "reduce", "all", "none", "some");

  private ControlOperators() {}

  static Optional<Expression> find(String name, List<Expression> operands) {
    return switch (name) {
      case "if", "?:" -> Optional.of((data, budget) -> branch(operands, data, budget));
      case "and" -> Optional.of((data, budget) -> first(operands, false, data, budget));
      case "or" -> Optional.of((data, budget) -> first(operands, true, data, budget));
      case "filter" ->
          Optional.of((data, budget) -> new JsonArray(matching(operands, data, budget)));
      case "map" -> Optional.of((data, budget) -> mapped(operands, data, budget));
      case "reduce" -> Optional.of((data, budget) -> reduced(operands, data, budget));
      case "all" -> Optional.of((data, budget) -> Json.of(holdsForAll(operands, data, budget)));
      case "none" ->
          Optional.of((data, budget) -> Json.of(matching(operands, data, budget).isEmpty()));
      case "some" ->
          Optional.of((data, budget) -> Json.of(!matching(operands, data, budget).isEmpty()));
      default -> Optional.empty();
    };
  }

  private static Json branch(List<Expression> operands, Json data, Budget budget) {
    int at = 0;
    while (at < operands.size() - 1) {
      if (Js.truthy(operands.get(at).evaluate(data, budget))) {
        return operands.get(at + 1).evaluate(data, budget);
      }
      at += 2;
    }
    return at < operands.size() ? operands.get(at).evaluate(data, budget) : JsonNull.NULL;
  }

  /** The first operand of that truth, else the last one. */
  private static Json first(List<Expression> operands, boolean truth, Json data, Budget budget) {
    Json value = JsonNull.NULL;
    for (Expression operand : operands) {
      value = operand.evaluate(data, budget);
      if (Js.truthy(value) == truth) {
        return value;
      }
    }
    return value;
  }

  private static Json value(List<Expression> operands, int index, Json data, Budget budget) {
    return index < operands.size() ? operands.get(index).evaluate(data, budget) : JsonNull.NULL;
  }

  private static List<Json> elements(List<Expression> operands, Json data, Budget budget) {
    return value(operands, 0, data, budget) instanceof JsonArray(List<Json> elements)
        ? elements
        : List.of();
  }

  private static List<Json> matching(List<Expression> operands, Json data, Budget budget) {
    List<Json> kept = new ArrayList<>();
    for (Json element : elements(operands, data, budget)) {
      budget.step();
      if (Js.truthy(value(operands, 1, element, budget))) {
        kept.add(element);
      }
    }
    return kept;
  }

  private static Json mapped(List<Expression> operands, Json data, Budget budget) {
    List<Json> mapped = new ArrayList<>();
    for (Json element : elements(operands, data, budget)) {
      budget.step();
      budget.make(1);
      mapped.add(value(operands, 1, element, budget));
    }
    return new JsonArray(mapped);
  }

  private static Json reduced(List<Expression> operands, Json data, Budget budget) {
    Json accumulator = value(operands, 2, data, budget);
    for (Json element : elements(operands, data, budget)) {
      budget.step();
      JsonObject scope =
          JsonObject.builder().put("current", element).put("accumulator", accumulator).build();
      accumulator = value(operands, 1, scope, budget);
    }
    return accumulator;
  }

  private static boolean holdsForAll(List<Expression> operands, Json data, Budget budget) {
    List<Json> elements = elements(operands, data, budget);
    for (Json element : elements) {
      budget.step();
      if (!Js.truthy(value(operands, 1, element, budget))) {
        return false;
      }
    }
    return !elements.isEmpty();
  }
}
