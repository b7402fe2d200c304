package quietstories.rules;

import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/**
 * What JavaScript makes of a value where another kind is wanted (ECMA-262, abstract operations
 * ToBoolean, ToNumber, ToString, ToPrimitive, IsLooselyEqual, IsLessThan), with JSONLogic's one
 * exception: the empty list is false.
 *
 * <p>Two lists, or two objects, are never equal, as two of JavaScript's never are.
 */
final class Coercion {

  private Coercion() {}

  /** How two values compare; {@code NONE} where neither is less, because one is no number. */
  enum Order {
    LESS,
    EQUAL,
    GREATER,
    NONE
  }

  static boolean truthy(Json value) {
    return switch (value) {
      case JsonArray array -> !array.elements().isEmpty();
      case JsonObject _ -> true;
      case JsonString string -> !string.value().isEmpty();
      case JsonNumber number -> number.value() != 0;
      case JsonBoolean bool -> bool.value();
      case JsonNull _ -> false;
    };
  }

  static double number(Json value, Budget budget) {
    return switch (value) {
      case JsonNumber number -> number.value();
      case JsonBoolean bool -> bool.value() ? 1 : 0;
      case JsonNull _ -> 0;
      case JsonString string -> numberOf(string.value(), budget);
      case JsonArray _, JsonObject _ -> numberOf(text(value, budget), budget);
    };
  }

  private static double numberOf(String text, Budget budget) {
    budget.spendText(text.length());
    return Numerals.number(text);
  }

  static String text(Json value, Budget budget) {
    if (value instanceof JsonString string) {
      return string.value();
    }
    StringBuilder text = new StringBuilder();
    write(value, text, budget);
    return text.toString();
  }

  /** Appends the text of {@code value}; in a list, null is the empty text. */
  private static void write(Json value, StringBuilder text, Budget budget) {
    switch (value) {
      case JsonString string -> append(string.value(), text, budget);
      case JsonNumber number -> append(Numerals.text(number), text, budget);
      case JsonBoolean bool -> append(String.valueOf(bool.value()), text, budget);
      case JsonNull _ -> append("null", text, budget);
      case JsonObject _ -> append("[object Object]", text, budget);
      case JsonArray array -> join(array.elements(), ",", text, budget);
    }
  }

  /** Appends the elements with {@code between} between them; null is the empty text. */
  static void join(Iterable<Json> elements, String between, StringBuilder text, Budget budget) {
    boolean first = true;
    for (Json element : elements) {
      if (!first) {
        text.append(between);
      }
      first = false;
      budget.spend(1);
      if (element != JsonNull.NULL) {
        write(element, text, budget);
      }
    }
  }

  private static void append(String piece, StringBuilder text, Budget budget) {
    budget.spendText(piece.length());
    text.append(piece);
  }

  static boolean strictlyEqual(Json a, Json b) {
    return switch (a) {
      case JsonArray _, JsonObject _ -> false;
      case JsonNumber number -> b instanceof JsonNumber other && number.value() == other.value();
      case JsonString _, JsonBoolean _, JsonNull _ -> a.equals(b);
    };
  }

  static boolean looselyEqual(Json a, Json b, Budget budget) {
    boolean bothAreTrees = isTree(a) && isTree(b);
    if (bothAreTrees || a.getClass() == b.getClass()) {
      return strictlyEqual(a, b);
    }
    if (a == JsonNull.NULL || b == JsonNull.NULL) {
      return false;
    }
    Json left = primitive(a, budget);
    Json right = primitive(b, budget);
    boolean bothAreTexts = left instanceof JsonString && right instanceof JsonString;
    return bothAreTexts ? left.equals(right) : number(left, budget) == number(right, budget);
  }

  static Order compare(Json a, Json b, Budget budget) {
    Json left = primitive(a, budget);
    Json right = primitive(b, budget);
    if (left instanceof JsonString(String x) && right instanceof JsonString(String y)) {
      budget.spendText(Math.min(x.length(), y.length()));
      return order(Integer.compare(x.compareTo(y), 0));
    }
    double x = number(left, budget);
    double y = number(right, budget);
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Order.NONE;
    }
    return x == y ? Order.EQUAL : order(x < y ? -1 : 1);
  }

  private static Order order(int sign) {
    return sign < 0 ? Order.LESS : (sign > 0 ? Order.GREATER : Order.EQUAL);
  }

  private static Json primitive(Json value, Budget budget) {
    return isTree(value) ? new JsonString(text(value, budget)) : value;
  }

  private static boolean isTree(Json value) {
    return value instanceof JsonArray || value instanceof JsonObject;
  }
}
