package quietstories.rules;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import quietstories.json.Json;
import quietstories.json.JsonNumber;

/**
 * The operators that calculate: {@code + - * / % min max}.
 *
 * <p>They calculate in double precision. A result that is no finite number (a division by zero,
 * text that is no number, the smallest of nothing) is null. The product of nothing is 1.
 */
final class Arithmetic {

  private Arithmetic() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "+", Operator.eager((operands, _) -> Numerals.json(sum(operands))),
        "*", Operator.eager((operands, _) -> product(operands)),
        "-", Operator.eager((operands, _) -> Numerals.json(difference(operands))),
        "/", Operator.eager((operands, _) -> pair(operands, (a, b) -> a / b)),
        "%", Operator.eager((operands, _) -> pair(operands, (a, b) -> a % b)),
        "min", Operator.eager((operands, _) -> extreme(operands, Math::min)),
        "max", Operator.eager((operands, _) -> extreme(operands, Math::max)));
  }

  private static double sum(Operands operands) {
    double sum = 0;
    for (Json operand : operands.values()) {
      sum += leading(operand, operands.budget());
    }
    return sum;
  }

  private static Json product(Operands operands) {
    if (operands.size() == 1) {
      return operands.at(0);
    }
    double product = 1;
    for (Json operand : operands.values()) {
      product *= leading(operand, operands.budget());
    }
    return Numerals.json(product);
  }

  private static double difference(Operands operands) {
    return operands.has(1) ? operands.number(0) - operands.number(1) : -operands.number(0);
  }

  private static Json pair(Operands operands, DoubleBinaryOperator operator) {
    return Numerals.json(operator.applyAsDouble(operands.number(0), operands.number(1)));
  }

  private static Json extreme(Operands operands, DoubleBinaryOperator better) {
    if (operands.size() == 0) {
      return Numerals.json(Double.NaN);
    }
    double best = operands.number(0);
    for (int i = 1; i < operands.size(); i++) {
      best = better.applyAsDouble(best, operands.number(i));
    }
    return Numerals.json(best);
  }

  /** Sums and products take the number with which a text begins. */
  private static double leading(Json value, Budget budget) {
    if (value instanceof JsonNumber number) {
      return number.value();
    }
    String text = Coercion.text(value, budget);
    budget.spendText(text.length());
    return Numerals.leadingNumber(text);
  }
}
