package quietstories.rules;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonPath;

/** One word of JSONLogic: it turns its operands into a node. */
interface Operator {

  /** Compiles the operands, which stand at {@code at} in the expression. */
  Node compile(List<Json> operands, JsonPath at, LogicCompiler compiler);

  /** What an operator does with operands that have been evaluated. */
  interface Eager {
    Json apply(Operands operands, Scope scope);
  }

  /** Returns the operator that evaluates all its operands, in order, before it acts. */
  static Operator eager(Eager action) {
    return (operands, at, compiler) -> {
      List<Node> nodes = compiler.all(operands, at);
      return scope -> {
        scope.budget().spend(1 + nodes.size());
        List<Json> values = nodes.stream().map(node -> node.evaluate(scope)).toList();
        return action.apply(new Operands(values, scope.budget()), scope);
      };
    };
  }
}
