package quietstories.rules;

import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.EndCondition;

/**
 * How near a state is to an ending, from 0 (far) to 1 (there): a clause that holds counts 1, a
 * comparison of numbers that does not hold counts the more the nearer they are, all of several
 * clauses count their mean and any of several the nearest.
 */
final class Closeness {

  private static final double ALMOST = 0.9;

  private Closeness() {}

  static double nearest(List<EndCondition> conditions, JsonObject state) {
    return conditions.stream()
        .mapToDouble(condition -> condition(condition.condition(), state))
        .max()
        .orElse(0);
  }

  private static double condition(JsonObject condition, JsonObject state) {
    try {
      return condition.members().size() == 1 && isLogic(condition)
          ? clause(condition, state)
          : condition.members().entrySet().stream()
              .mapToDouble(member -> member(member, state))
              .average()
              .orElse(0);
    } catch (LogicFault beyondBounds) {
      return 0;
    }
  }

  private static double member(Map.Entry<String, Json> member, JsonObject state) {
    JsonObject alone = JsonObject.of(member.getKey(), member.getValue());
    return isLogic(alone)
        ? clause(alone, state)
        : JsonLogic.forScenario(alone).holds(state) ? 1 : 0;
  }

  private static boolean isLogic(JsonObject single) {
    return single.members().keySet().stream().allMatch(LogicCompiler::isOperator);
  }

  private static double clause(Json clause, JsonObject state) {
    Term term = Term.of(clause).orElse(new Term("", List.of()));
    List<Json> operands = term.operands();
    return switch (term.name()) {
      case "and" -> operands.stream().mapToDouble(o -> clause(o, state)).average().orElse(0);
      case "or" -> operands.stream().mapToDouble(o -> clause(o, state)).max().orElse(0);
      case "<", "<=", ">", ">=", "==", "===" -> comparison(clause, operands, state);
      default -> Coercion.truthy(value(clause, state)) ? 1 : 0;
    };
  }

  private static double comparison(Json clause, List<Json> operands, JsonObject state) {
    if (Coercion.truthy(value(clause, state))) {
      return 1;
    }
    return operands.size() == 2
            && value(operands.get(0), state) instanceof JsonNumber a
            && value(operands.get(1), state) instanceof JsonNumber b
        ? ALMOST / (1 + Math.abs(a.value() - b.value()))
        : 0;
  }

  private static Json value(Json logic, JsonObject state) {
    return new LogicCompiler(Dialect.SCENARIO)
        .compile(logic, JsonPath.ROOT)
        .evaluate(Scope.of(state));
  }
}
