package quietstories.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonString;

/**
 * The conversions and comparisons of ECMAScript (ECMA-262, chapter 7: type conversion, testing and
 * comparison operations), on which JSONLogic is defined.
 */
final class Js {

  private static final Pattern PREFIX =
      Pattern.compile("^\\s*([+-]?(?:\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?))");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

  private Js() {}

  /** JSONLogic's truth: as in the language, but an empty list is false. */
  static boolean truthy(Json value) {
    return switch (value) {
      case JsonBoolean bool -> bool.value();
      case JsonNumber number -> number.value() != 0;
      case JsonString(String text) -> !text.isEmpty();
      case JsonArray(List<Json> elements) -> !elements.isEmpty();
      case JsonObject _ -> true;
      case JsonNull _ -> false;
    };
  }

  /** ToNumber; NaN for what is no number. */
  static double number(Json value) {
    return switch (value) {
      case JsonNumber number -> number.value();
      case JsonBoolean bool -> bool.value() ? 1 : 0;
      case JsonNull _ -> 0;
      case JsonString(String text) -> number(text);
      case JsonArray _ -> number(string(value));
      case JsonObject _ -> Double.NaN;
    };
  }

  private static double number(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return 0;
    }
    if (HEX.matcher(trimmed).matches()) {
      return Long.parseLong(trimmed.substring(2), 16);
    }
    if (trimmed.matches("[+-]?Infinity")) {
      return trimmed.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return DECIMAL.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
  }

  /** The number at the beginning of the value's text; NaN if there is none. */
  static double parseFloat(Json value) {
    if (value instanceof JsonNumber number) {
      return number.value();
    }
    Matcher matcher = PREFIX.matcher(string(value));
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  /** ToString. */
  static String string(Json value) {
    return switch (value) {
      case JsonString(String text) -> text;
      case JsonNumber number -> numeral(number);
      case JsonBoolean bool -> String.valueOf(bool.value());
      case JsonNull _ -> "null";
      case JsonArray(List<Json> elements) ->
          elements.stream().map(Js::joined).collect(Collectors.joining(","));
      case JsonObject _ -> "[object Object]";
    };
  }

  /** What an element contributes when a list is joined: nothing, if it is null. */
  static String joined(Json element) {
    return element == JsonNull.NULL ? "" : string(element);
  }

  /** Number::toString for radix 10. */
  private static String numeral(JsonNumber number) {
    if (number.integer().isPresent() && Math.abs(number.value()) < 1e21) {
      return number.toString();
    }
    BigDecimal decimal = new BigDecimal(Double.toString(number.value())).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -7 && exponent < 21) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = decimal.signum() < 0 ? "-" : "";
    return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
  }

  /** Strict equality; lists and objects are equal only to themselves. */
  static boolean strictlyEqual(Json a, Json b) {
    return switch (a) {
      case JsonObject _, JsonArray _ -> isSame(a, b);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> a.equals(b);
    };
  }

  // why: the language compares lists and objects by identity.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Json a, Json b) {
    return a == b;
  }

  /** Loose equality. */
  static boolean equal(Json a, Json b) {
    if (a instanceof JsonNull || b instanceof JsonNull) {
      return a instanceof JsonNull && b instanceof JsonNull;
    }
    if (a.kind().equals(b.kind()) || (isCompound(a) && isCompound(b))) {
      return strictlyEqual(a, b);
    }
    boolean compound = isCompound(a) || isCompound(b);
    if (compound && !(a instanceof JsonBoolean) && !(b instanceof JsonBoolean)) {
      Json left = isCompound(a) ? Json.of(string(a)) : a;
      Json right = isCompound(b) ? Json.of(string(b)) : b;
      return equal(left, right);
    }
    return number(a) == number(b);
  }

  private static boolean isCompound(Json value) {
    return value instanceof JsonArray || value instanceof JsonObject;
  }

  /** Whether {@code a < b}; of two texts the alphabet decides, of anything else the numbers. */
  static boolean less(Json a, Json b) {
    boolean texts = isText(a) && isText(b);
    return texts ? string(a).compareTo(string(b)) < 0 : number(a) < number(b);
  }

  /** Whether {@code a <= b}. */
  static boolean atMost(Json a, Json b) {
    boolean texts = isText(a) && isText(b);
    return texts ? string(a).compareTo(string(b)) <= 0 : number(a) <= number(b);
  }

  private static boolean isText(Json value) {
    return value instanceof JsonString || isCompound(value);
  }

  /** A result as JSON; what is no finite number is null. */
  static Json result(double value) {
    return JsonNumber.finite(value).<Json>map(number -> number).orElse(JsonNull.NULL);
  }
}
