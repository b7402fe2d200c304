package quietstories.rules;

import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonPath;

/** The operators that choose: {@code if ?: and or ! !!}. */
final class Branches {

  private Branches() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "if",
        Branches::choice,
        "?:",
        Branches::choice,
        "and",
        (operands, at, compiler) -> firstThatIs(false, operands, at, compiler),
        "or",
        (operands, at, compiler) -> firstThatIs(true, operands, at, compiler),
        "!",
        Operator.eager((operands, _) -> Json.of(!operands.truthy(0))),
        "!!",
        Operator.eager((operands, _) -> Json.of(operands.truthy(0))));
  }

  /** Pairs of condition and result; an odd last operand is the result when nothing held. */
  private static Node choice(List<Json> operands, JsonPath at, LogicCompiler compiler) {
    List<Node> nodes = compiler.all(operands, at);
    return scope -> {
      scope.budget().spend(1);
      int i = 0;
      for (; i + 1 < nodes.size(); i += 2) {
        if (Coercion.truthy(nodes.get(i).evaluate(scope))) {
          return nodes.get(i + 1).evaluate(scope);
        }
      }
      return i < nodes.size() ? nodes.get(i).evaluate(scope) : JsonNull.NULL;
    };
  }

  /** Returns the first operand whose truth is {@code deciding}, else the last one. */
  private static Node firstThatIs(
      boolean deciding, List<Json> operands, JsonPath at, LogicCompiler compiler) {
    List<Node> nodes = compiler.all(operands, at);
    return scope -> {
      scope.budget().spend(1);
      Json last = JsonNull.NULL;
      for (Node node : nodes) {
        last = node.evaluate(scope);
        if (Coercion.truthy(last) == deciding) {
          return last;
        }
      }
      return last;
    };
  }
}
