package quietstories.rules;

import java.util.List;
import quietstories.json.Json;
import quietstories.json.JsonNull;

/**
 * The evaluated operands of an operator. One that was left out behaves as JavaScript's {@code
 * undefined}: it is no number, and false.
 */
record Operands(List<Json> values, Budget budget) {

  int size() {
    return values.size();
  }

  boolean has(int index) {
    return index < values.size();
  }

  /** Returns the operand, or JSON null if it was left out. */
  Json at(int index) {
    return has(index) ? values.get(index) : JsonNull.NULL;
  }

  boolean truthy(int index) {
    return Coercion.truthy(at(index));
  }

  /** Returns the operand as a number, NaN if it is none. */
  double number(int index) {
    return has(index) ? Coercion.number(values.get(index), budget) : Double.NaN;
  }

  String text(int index) {
    return has(index) ? Coercion.text(values.get(index), budget) : "undefined";
  }
}
