package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/** Turns JSON into expressions: one look-up for each operator, done once. */
final class LogicCompiler {

  private static final int DEPTH = 128;
  private static final int NODES = 10_000;

  private final Variables variables;
  private int nodes;

  LogicCompiler(Variables variables) {
    this.variables = variables;
  }

  Expression compile(Json logic) {
    return compile(logic, JsonPath.ROOT);
  }

  private Expression compile(Json logic, JsonPath at) {
    if (++nodes > NODES) {
      throw new LogicFault(at, "the expression has more than " + NODES + " parts");
    }
    if (at.segments().size() > 2 * DEPTH) {
      throw new LogicFault(at, "the expression is nested deeper than " + DEPTH + " levels");
    }
    return switch (logic) {
      case JsonArray(List<Json> elements) -> list(all(elements, at));
      case JsonObject object when object.members().size() == 1 -> operation(object, at);
      default -> (_, _) -> logic;
    };
  }

  private List<Expression> all(List<Json> elements, JsonPath at) {
    List<Expression> compiled = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      compiled.add(compile(elements.get(i), at.child(String.valueOf(i))));
    }
    return compiled;
  }

  private static Expression list(List<Expression> elements) {
    return (data, budget) -> {
      budget.make(elements.size());
      return new JsonArray(elements.stream().map(e -> e.evaluate(data, budget)).toList());
    };
  }

  private Expression operation(JsonObject object, JsonPath at) {
    Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
    String name = only.getKey();
    JsonPath in = at.child(name);
    List<Expression> operands =
        only.getValue() instanceof JsonArray(List<Json> elements)
            ? all(elements, in)
            : List.of(compile(only.getValue(), in));
    Expression flow = ControlOperators.find(name, operands).orElse(null);
    if (flow != null) {
      return counted(flow);
    }
    Function function =
        PlainOperators.find(name)
            .or(() -> variables.find(name))
            .orElseThrow(() -> new LogicFault(in, "'" + name + "' is no operator"));
    return counted(
        (data, budget) -> {
          List<Json> values = new ArrayList<>(operands.size());
          for (Expression operand : operands) {
            values.add(operand.evaluate(data, budget));
          }
          return function.apply(values, data, budget);
        });
  }

  private static Expression counted(Expression expression) {
    return (data, budget) -> {
      budget.step();
      return expression.evaluate(data, budget);
    };
  }

  /** An operator whose operands are all evaluated first. */
  interface Function {

    Json apply(List<Json> operands, Json data, Budget budget);
  }

  /** Returns whether JSONLogic has an operator of that name. */
  static boolean isOperator(String name) {
    return ControlOperators.NAMES.contains(name)
        || PlainOperators.find(name).isPresent()
        || Variables.NAMES.contains(name);
  }
}
