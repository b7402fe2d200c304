package quietstories.rules;

import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonNumber;

/**
 * The operators on text: {@code cat substr}, and {@code log}, which gives back what it is given.
 */
final class Texts {

  private Texts() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "cat", Operator.eager((operands, _) -> cat(operands)),
        "substr", Operator.eager((operands, _) -> Json.of(substr(operands))),
        // why: the rules are pure; there is nowhere to log to.
        "log", Operator.eager((operands, _) -> operands.at(0)));
  }

  private static Json cat(Operands operands) {
    StringBuilder text = new StringBuilder();
    Coercion.join(operands.values(), "", text, operands.budget());
    return Json.of(text.toString());
  }

  /** Text, start (from the end if negative), and length (up to that many from the end likewise). */
  private static String substr(Operands operands) {
    String text = operands.text(0);
    operands.budget().spendText(text.length());
    long size = text.length();
    long start = whole(operands.number(1));
    long from = start < 0 ? Math.max(0, size + start) : Math.min(start, size);
    long rest = size - from;
    double length = operands.has(2) ? operands.number(2) : rest;
    long count = length < 0 ? fromEnd(operands.at(2), rest + length) : whole(length);
    return text.substring((int) from, (int) (from + Math.clamp(count, 0, rest)));
  }

  // why: JavaScript joins a number and a text instead of adding them, and the result is no number.
  private static long fromEnd(Json length, double count) {
    return length instanceof JsonNumber ? whole(count) : 0;
  }

  private static long whole(double number) {
    return (long) number;
  }
}
