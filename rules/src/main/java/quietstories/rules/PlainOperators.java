package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonString;
import quietstories.rules.LogicCompiler.Function;

/** The operators on values: comparison, arithmetic, text and lists. */
final class PlainOperators {

  private static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("==", pair(Js::equal)),
          Map.entry("!=", pair((a, b) -> !Js.equal(a, b))),
          Map.entry("===", pair(Js::strictlyEqual)),
          Map.entry("!==", pair((a, b) -> !Js.strictlyEqual(a, b))),
          Map.entry(">", compare((a, b) -> Js.less(b, a))),
          Map.entry(">=", compare((a, b) -> Js.atMost(b, a))),
          Map.entry("<", chain(Js::less)),
          Map.entry("<=", chain(Js::atMost)),
          Map.entry("!", (v, _, _) -> Json.of(!Js.truthy(at(v, 0)))),
          Map.entry("!!", (v, _, _) -> Json.of(Js.truthy(at(v, 0)))),
          Map.entry("%", arithmetic((a, b) -> a % b)),
          Map.entry("/", arithmetic((a, b) -> a / b)),
          Map.entry("-", (v, _, _) -> minus(v)),
          Map.entry("+", (v, _, _) -> sum(v)),
          Map.entry("*", (v, _, _) -> product(v)),
          Map.entry("min", (v, _, _) -> extreme(v, Math::min, Double.POSITIVE_INFINITY)),
          Map.entry("max", (v, _, _) -> extreme(v, Math::max, Double.NEGATIVE_INFINITY)),
          Map.entry("log", (v, _, _) -> at(v, 0)),
          Map.entry("in", (v, _, _) -> Json.of(in(at(v, 0), at(v, 1)))),
          Map.entry("cat", (v, _, budget) -> cat(v, budget)),
          Map.entry("substr", (v, _, budget) -> substr(v, budget)),
          Map.entry("merge", (v, _, budget) -> merge(v, budget)));

  private PlainOperators() {}

  static Optional<Function> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  static Json at(List<Json> values, int index) {
    return index < values.size() ? values.get(index) : JsonNull.NULL;
  }

  private static Function pair(BiPredicate<Json, Json> test) {
    return (v, _, _) -> Json.of(test.test(at(v, 0), at(v, 1)));
  }

  /** A comparison with nothing is false, whatever nothing might count as. */
  private static Function compare(BiPredicate<Json, Json> test) {
    return (v, _, _) -> Json.of(v.size() > 1 && test.test(v.get(0), v.get(1)));
  }

  /** Two operands, or three of which the middle one lies between. */
  private static Function chain(BiPredicate<Json, Json> test) {
    return (v, _, _) ->
        Json.of(
            v.size() > 1
                && test.test(v.get(0), v.get(1))
                && (v.size() < 3 || test.test(v.get(1), v.get(2))));
  }

  private static Function arithmetic(DoubleBinaryOperator operator) {
    return (v, _, _) ->
        v.size() < 2
            ? JsonNull.NULL
            : Js.result(operator.applyAsDouble(Js.number(v.get(0)), Js.number(v.get(1))));
  }

  private static Json minus(List<Json> v) {
    return switch (v.size()) {
      case 0 -> JsonNull.NULL;
      case 1 -> Js.result(-Js.number(v.getFirst()));
      default -> Js.result(Js.number(v.get(0)) - Js.number(v.get(1)));
    };
  }

  private static Json sum(List<Json> v) {
    double sum = 0;
    for (Json value : v) {
      sum += Js.parseFloat(value);
    }
    return Js.result(sum);
  }

  private static Json product(List<Json> v) {
    if (v.size() < 2) {
      return at(v, 0);
    }
    double product = 1;
    for (Json value : v) {
      product *= Js.parseFloat(value);
    }
    return Js.result(product);
  }

  private static Json extreme(List<Json> v, DoubleBinaryOperator choose, double start) {
    double extreme = start;
    for (Json value : v) {
      extreme = choose.applyAsDouble(extreme, Js.number(value));
    }
    return Js.result(extreme);
  }

  private static boolean in(Json wanted, Json place) {
    return switch (place) {
      case JsonString(String text) -> !text.isEmpty() && text.contains(Js.string(wanted));
      case JsonArray(List<Json> elements) ->
          elements.stream().anyMatch(element -> Js.strictlyEqual(element, wanted));
      default -> false;
    };
  }

  private static Json cat(List<Json> v, Budget budget) {
    StringBuilder text = new StringBuilder();
    for (Json value : v) {
      String piece = Js.joined(value);
      budget.make(piece.length());
      text.append(piece);
    }
    return Json.of(text.toString());
  }

  /** Negative numbers count from the end: as a start, and as a length what is left out there. */
  private static Json substr(List<Json> v, Budget budget) {
    String text = Js.string(at(v, 0));
    double start = whole(at(v, 1));
    int from = (int) Math.clamp(start < 0 ? text.length() + start : start, 0, text.length());
    int to = text.length();
    if (v.size() > 2) {
      double length = whole(v.get(2));
      double end = length < 0 ? text.length() + length : from + length;
      to = (int) Math.clamp(end, from, text.length());
    }
    budget.make(to - from);
    return Json.of(text.substring(from, to));
  }

  private static double whole(Json value) {
    double number = Js.number(value);
    return Double.isNaN(number) ? 0 : number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static Json merge(List<Json> v, Budget budget) {
    List<Json> merged = new ArrayList<>();
    for (Json value : v) {
      List<Json> more = value instanceof JsonArray(List<Json> elements) ? elements : List.of(value);
      budget.make(more.size());
      merged.addAll(more);
    }
    return new JsonArray(merged);
  }
}
