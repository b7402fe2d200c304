package quietstories.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;

/**
 * Numbers as JavaScript reads and writes them (ECMA-262: Number::toString, StringToNumber,
 * parseFloat).
 */
final class Numerals {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("([+-]?)Infinity");
  private static final Pattern RADIX =
      Pattern.compile("0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))");
  private static final long EXACT = 1L << 53;

  private Numerals() {}

  /** Returns {@code value} as JSON; NaN and infinities, which JSON lacks, are null. */
  static Json json(double value) {
    return JsonNumber.finite(value).<Json>map(number -> number).orElse(JsonNull.NULL);
  }

  /** Returns the shortest decimal form, with an exponent from 1e21 up and from 1e-7 down. */
  static String text(JsonNumber number) {
    if (number.integer().isPresent() && Math.abs(number.integer().getAsLong()) <= EXACT) {
      return Long.toString(number.integer().getAsLong());
    }
    double value = number.value();
    BigDecimal decimal = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    String digits = decimal.unscaledValue().toString();
    return (value < 0 ? "-" : "") + place(digits, digits.length() - decimal.scale());
  }

  /** Returns {@code 0.digits × 10^point} in words of digits. */
  private static String place(String digits, int point) {
    int count = digits.length();
    if (point >= count && point <= 21) {
      return digits + "0".repeat(point - count);
    }
    if (point > 0 && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (point > -6 && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String fraction = count == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }

  /** Returns the number that the whole text spells; the empty text is 0, no number is NaN. */
  static double number(String text) {
    String trimmed = trim(text);
    if (trimmed.isEmpty()) {
      return 0;
    }
    if (DECIMAL.matcher(trimmed).matches()) {
      return Double.parseDouble(trimmed);
    }
    Matcher infinite = INFINITE.matcher(trimmed);
    return infinite.matches() ? infinity(infinite) : inRadix(trimmed);
  }

  private static double inRadix(String text) {
    Matcher matcher = RADIX.matcher(text);
    if (!matcher.matches() || text.length() > 1_100) {
      return Double.NaN;
    }
    int[] radices = {16, 8, 2};
    for (int group = 1; group <= radices.length; group++) {
      String digits = matcher.group(group);
      if (digits != null) {
        return new BigInteger(digits, radices[group - 1]).doubleValue();
      }
    }
    return Double.NaN;
  }

  /** Returns the number with which the text begins, NaN if it begins with none. */
  static double leadingNumber(String text) {
    String trimmed = trim(text);
    Matcher decimal = DECIMAL.matcher(trimmed);
    if (decimal.lookingAt()) {
      return Double.parseDouble(decimal.group());
    }
    Matcher infinite = INFINITE.matcher(trimmed);
    return infinite.lookingAt() ? infinity(infinite) : Double.NaN;
  }

  private static double infinity(Matcher matcher) {
    return "-".equals(matcher.group(1)) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhite(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhite(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWhite(char c) {
    return (c >= '\t' && c <= '\r')
        || c == '\uFEFF'
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
