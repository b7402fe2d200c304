package quietstories.memory;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question says about time.
 *
 * @param order whether the earliest or the newest is asked for
 * @param dated whether it asks when something was
 * @param from the first turn that is meant, if one is named
 * @param to the last turn that is meant, if one is named
 */
record TimeCue(Order order, boolean dated, OptionalInt from, OptionalInt to) {

  /** Which of several is asked for. */
  enum Order {
    ANY,
    EARLIEST,
    NEWEST
  }

  private static final Pattern EARLIEST =
      Pattern.compile(
          "\\b(first|firstly|earliest|original|originally|initial|initially|at the (start|beginning)"
              + "|in the beginning|used to|once|formerly|back then|began|begin with)\\b");
  private static final Pattern NEWEST =
      Pattern.compile(
          "\\b(last|latest|lately|recent|recently|now|nowadays|currently|current|today|still"
              + "|these days|at present|newest|at the moment|anymore|finally|in the end)\\b");
  private static final Pattern LAST_PERIOD =
      Pattern.compile("\\blast (night|week|month|year|summer|winter|spring|autumn|time i)\\b");
  private static final Pattern WHEN =
      Pattern.compile(
          "\\b(when|what (time|date|day|month|year)|which (day|month|year|turn)|how long ago"
              + "|how long)\\b");
  private static final Pattern TURN =
      Pattern.compile(
          "\\b(before|after|since|until|by|around|about)?\\s*\\bturns?\\s*#?(\\d{1,8})"
              + "(?:\\s*(?:to|and|-|–)\\s*(?:turn\\s*)?(\\d{1,8}))?");
  private static final int AROUND = 2;

  /** Reads what the words say about time. */
  static TimeCue in(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    boolean newest = NEWEST.matcher(LAST_PERIOD.matcher(text).replaceAll(" ")).find();
    Order order =
        EARLIEST.matcher(text).find() ? Order.EARLIEST : newest ? Order.NEWEST : Order.ANY;
    boolean dated = WHEN.matcher(text).find();
    Matcher turn = TURN.matcher(text);
    if (!turn.find()) {
      return new TimeCue(order, dated, OptionalInt.empty(), OptionalInt.empty());
    }
    int first = Integer.parseInt(turn.group(2));
    int last = turn.group(3) == null ? first : Integer.parseInt(turn.group(3));
    return switch (turn.group(1) == null ? "" : turn.group(1)) {
      case "before" -> within(order, dated, 0, first - 1);
      case "until", "by" -> within(order, dated, 0, first);
      case "after" -> within(order, dated, first + 1, Integer.MAX_VALUE);
      case "since" -> within(order, dated, first, Integer.MAX_VALUE);
      case "around", "about" -> within(order, dated, first - AROUND, last + AROUND);
      default -> within(order, dated, Math.min(first, last), Math.max(first, last));
    };
  }

  private static TimeCue within(Order order, boolean dated, int from, int to) {
    return new TimeCue(order, dated, OptionalInt.of(from), OptionalInt.of(to));
  }

  /** Returns whether the turn is meant; where none is named every one is. */
  boolean means(int turn) {
    return turn >= from.orElse(0) && turn <= to.orElse(Integer.MAX_VALUE);
  }

  /** Returns whether turns are named. */
  boolean namesTurns() {
    return from.isPresent();
  }
}
