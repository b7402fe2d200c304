package quietstories.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;

/**
 * Compiles one expression.
 *
 * <p>An object with exactly one member is an operator with its operands; a list is a list of
 * expressions; everything else, objects of several members included, stands for itself.
 */
final class LogicCompiler {

  private static final Map<String, Operator> OPERATORS = operators();

  private final Dialect dialect;
  private final List<Read> reads = new ArrayList<>();
  private boolean inner;

  LogicCompiler(Dialect dialect) {
    this.dialect = dialect;
  }

  private static Map<String, Operator> operators() {
    Map<String, Operator> all = new HashMap<>();
    all.putAll(Comparisons.operators());
    all.putAll(Arithmetic.operators());
    all.putAll(Branches.operators());
    all.putAll(Sequences.operators());
    all.putAll(Texts.operators());
    all.putAll(Lookups.operators());
    return Map.copyOf(all);
  }

  static boolean isOperator(String name) {
    return OPERATORS.containsKey(name);
  }

  Dialect dialect() {
    return dialect;
  }

  /** Returns the places that the compiled expressions read by a written path. */
  List<Read> reads() {
    return List.copyOf(reads);
  }

  void note(Read read) {
    reads.add(read);
  }

  boolean isInner() {
    return inner;
  }

  /**
   * Compiles {@code logic}, which stands at {@code at}.
   *
   * @throws LogicFault if it names an operator that does not exist
   */
  Node compile(Json logic, JsonPath at) {
    return switch (logic) {
      case JsonArray(List<Json> elements) -> list(all(elements, at));
      case JsonObject _ -> Term.of(logic).map(term -> operation(term, at)).orElse(_ -> logic);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> _ -> logic;
    };
  }

  /** Compiles operands or elements that stand below {@code at}. */
  List<Node> all(List<Json> operands, JsonPath at) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      nodes.add(operand(operands, i, at));
    }
    return List.copyOf(nodes);
  }

  /** Compiles one operand; one that was left out is null. */
  Node operand(List<Json> operands, int index, JsonPath at) {
    return index < operands.size()
        ? compile(operands.get(index), at.child(String.valueOf(index)))
        : _ -> JsonNull.NULL;
  }

  /** Compiles one operand that will be evaluated with an element as its data. */
  Node inner(List<Json> operands, int index, JsonPath at) {
    boolean before = inner;
    inner = true;
    Node node = operand(operands, index, at);
    inner = before;
    return node;
  }

  private static Node list(List<Node> nodes) {
    return scope -> {
      scope.budget().spend(1 + nodes.size());
      return new JsonArray(nodes.stream().map(node -> node.evaluate(scope)).toList());
    };
  }

  private Node operation(Term term, JsonPath at) {
    JsonPath below = at.child(term.name());
    Operator operator = OPERATORS.get(term.name());
    if (operator == null) {
      throw new LogicFault(
          below,
          "'%s' is no operator; the operators are %s"
              .formatted(shortened(term.name()), String.join(" ", names())));
    }
    return operator.compile(term.operands(), below, this);
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  private static Collection<String> names() {
    return new TreeSet<>(OPERATORS.keySet());
  }
}
