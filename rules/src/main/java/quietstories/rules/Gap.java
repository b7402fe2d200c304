package quietstories.rules;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * How far a condition is from holding: 0 if it holds, else a number that shrinks as the state comes
 * nearer. Comparisons of numbers count their difference, everything else counts 1. Of several
 * clauses that must all hold the gaps add up, of alternatives the smallest counts.
 */
final class Gap {

  private final JsonLogic condition;
  private final Json data;

  private Gap(JsonLogic condition, Json data) {
    this.condition = condition;
    this.data = data;
  }

  static double of(JsonLogic condition, Json data) {
    return new Gap(condition, data).of(condition.source());
  }

  private double of(Json logic) {
    if (condition.part(logic).holds(data)) {
      return 0;
    }
    if (!(logic instanceof JsonObject object) || object.members().size() != 1) {
      return 1;
    }
    Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
    List<Json> operands =
        only.getValue() instanceof JsonArray(List<Json> elements)
            ? elements
            : List.of(only.getValue());
    return switch (only.getKey()) {
      case "and" -> combined(operands, Double::sum, 0);
      case "or" -> combined(operands, Math::min, Double.MAX_VALUE);
      case "<", "<=", ">", ">=", "==", "===" -> difference(operands);
      default -> 1;
    };
  }

  private double combined(List<Json> operands, DoubleBinaryOperator operator, double start) {
    double gap = start;
    for (Json operand : operands) {
      gap = operator.applyAsDouble(gap, of(operand));
    }
    return gap;
  }

  private double difference(List<Json> operands) {
    if (operands.size() < 2) {
      return 1;
    }
    double left = Js.number(condition.part(operands.get(0)).evaluate(data));
    double right = Js.number(condition.part(operands.get(1)).evaluate(data));
    double difference = Math.abs(left - right);
    // why: a strict comparison is false at a difference of 0, yet not reached.
    return Double.isFinite(difference) ? Math.max(difference, 0.5) : 1;
  }
}
