package quietstories.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.rules.Coercion.Order;

/** The operators that compare: {@code == === != !== < <= > >=}. */
final class Comparisons {

  private static final Set<Order> LESS = Set.of(Order.LESS);
  private static final Set<Order> AT_MOST = Set.of(Order.LESS, Order.EQUAL);
  private static final Set<Order> MORE = Set.of(Order.GREATER);
  private static final Set<Order> AT_LEAST = Set.of(Order.GREATER, Order.EQUAL);

  private Comparisons() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "==", equality(Comparisons::loose, true),
        "===", equality(Comparisons::strict, true),
        "!=", equality(Comparisons::loose, false),
        "!==", equality(Comparisons::strict, false),
        "<", Operator.eager((operands, _) -> Json.of(between(operands, LESS))),
        "<=", Operator.eager((operands, _) -> Json.of(between(operands, AT_MOST))),
        ">", Operator.eager((operands, _) -> Json.of(ordered(operands, 0, MORE))),
        ">=", Operator.eager((operands, _) -> Json.of(ordered(operands, 0, AT_LEAST))));
  }

  /** Whether two operands are equal. */
  private interface Equality {
    boolean test(Operands operands);
  }

  // why: two lists are equal only if they are the same one. Values cannot tell that (equal
  // branches may or may not share memory), but two spellings of one variable can.
  private static Operator equality(Equality equality, boolean wanted) {
    Operator compared = Operator.eager((operands, _) -> Json.of(equality.test(operands) == wanted));
    return (operands, at, compiler) ->
        sameVariable(operands)
            ? same(compared.compile(operands, at, compiler), wanted)
            : compared.compile(operands, at, compiler);
  }

  private static Node same(Node compared, boolean wanted) {
    return scope -> {
      compared.evaluate(scope);
      return Json.of(wanted);
    };
  }

  private static boolean sameVariable(List<Json> operands) {
    Optional<String> first = operands.stream().findFirst().flatMap(Comparisons::plainPath);
    return operands.size() >= 2 && first.isPresent() && first.equals(plainPath(operands.get(1)));
  }

  /** Returns the path of a variable without a default; that of the whole data is empty. */
  private static Optional<String> plainPath(Json operand) {
    return Term.of(operand)
        .filter(term -> term.name().equals("var") && term.operands().size() <= 1)
        .map(term -> term.operands().stream().findFirst().orElse(JsonNull.NULL))
        .filter(path -> !(path instanceof JsonArray || path instanceof JsonObject))
        .map(path -> path == JsonNull.NULL ? "" : Coercion.text(path, new Budget()));
  }

  private static boolean loose(Operands operands) {
    return Coercion.looselyEqual(operands.at(0), operands.at(1), operands.budget());
  }

  private static boolean strict(Operands operands) {
    return operands.has(0) == operands.has(1)
        && Coercion.strictlyEqual(operands.at(0), operands.at(1));
  }

  private static boolean between(Operands operands, Set<Order> wanted) {
    return ordered(operands, 0, wanted) && (!operands.has(2) || ordered(operands, 1, wanted));
  }

  private static boolean ordered(Operands operands, int first, Set<Order> wanted) {
    return operands.has(first + 1)
        && wanted.contains(
            Coercion.compare(operands.at(first), operands.at(first + 1), operands.budget()));
  }
}
