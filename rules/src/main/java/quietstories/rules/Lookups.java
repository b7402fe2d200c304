package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;

/** The operators that read the data: {@code var missing missing_some}. */
final class Lookups {

  private Lookups() {}

  static Map<String, Operator> operators() {
    return Map.of(
        "var", Lookups::variable,
        "missing",
            dialected(
                (operands, scope, dialect) ->
                    new JsonArray(missing(operands.values(), scope, dialect))),
        "missing_some", dialected(Lookups::missingSome));
  }

  /** What an operator does that reads places which its operands name. */
  private interface Reading {
    Json apply(Operands operands, Scope scope, Dialect dialect);
  }

  private static Operator dialected(Reading reading) {
    return (operands, at, compiler) -> {
      Dialect dialect = compiler.dialect();
      return Operator.eager((values, scope) -> reading.apply(values, scope, dialect))
          .compile(operands, at, compiler);
    };
  }

  /** A path that is written out is taken apart once; a computed one at each evaluation. */
  private static Node variable(List<Json> operands, JsonPath at, LogicCompiler compiler) {
    Dialect dialect = compiler.dialect();
    if (operands.isEmpty() || !isWritten(operands.getFirst())) {
      return Operator.eager((values, scope) -> read(values.values(), scope, dialect))
          .compile(operands, at, compiler);
    }
    String text = Coercion.text(operands.getFirst(), new Budget());
    compiler.note(new Read(text, at, operands.size() > 1, compiler.isInner()));
    Node otherwise = compiler.operand(operands, 1, at);
    List<String> segments = dialect.segments(text);
    boolean whole = text.isEmpty();
    return scope -> {
      scope.budget().spend(1);
      Json fallback = otherwise.evaluate(scope);
      return whole ? scope.data() : dialect.find(segments, scope).orElse(fallback);
    };
  }

  private static boolean isWritten(Json path) {
    return path instanceof JsonString || path instanceof JsonNumber;
  }

  private static Json read(List<Json> operands, Scope scope, Dialect dialect) {
    Json path = operands.isEmpty() ? JsonNull.NULL : operands.getFirst();
    String text = path == JsonNull.NULL ? "" : Coercion.text(path, scope.budget());
    // why: only a path that is itself null or the empty text is the whole; an empty list spells
    // the name that is empty.
    if (path == JsonNull.NULL || path.equals(Json.of(""))) {
      return scope.data();
    }
    scope.budget().spendText(text.length());
    Json fallback = operands.size() > 1 ? operands.get(1) : JsonNull.NULL;
    return dialect.find(dialect.segments(text), scope).orElse(fallback);
  }

  /** The names stand in a list that comes first, or are the operands themselves. */
  private static List<Json> missing(List<Json> operands, Scope scope, Dialect dialect) {
    boolean listed = !operands.isEmpty() && operands.getFirst() instanceof JsonArray;
    List<Json> missing = new ArrayList<>();
    for (Json key : listed ? several(operands.getFirst()) : operands) {
      scope.budget().spend(1);
      Json value = read(several(key), scope, dialect);
      if (value == JsonNull.NULL || value.equals(Json.of(""))) {
        missing.add(key);
      }
    }
    return missing;
  }

  private static Json missingSome(Operands operands, Scope scope, Dialect dialect) {
    Json options = operands.at(1);
    List<Json> missing = missing(several(options), scope, dialect);
    double present = length(options) - missing.size();
    return present >= operands.number(0) ? JsonArray.EMPTY : new JsonArray(missing);
  }

  private static List<Json> several(Json value) {
    return value instanceof JsonArray(List<Json> elements) ? elements : List.of(value);
  }

  private static double length(Json value) {
    return property(value, "length")
        .map(length -> Coercion.number(length, new Budget()))
        .orElse(Double.NaN);
  }

  /** Returns what {@code name} is of {@code value}: a member, an element, a letter, a length. */
  static Optional<Json> property(Json value, String name) {
    return switch (value) {
      case JsonObject object -> object.member(name);
      case JsonArray(List<Json> elements) ->
          name.equals("length")
              ? Optional.of(Json.of(elements.size()))
              : index(name, elements.size()).map(elements::get);
      case JsonString(String text) ->
          name.equals("length")
              ? Optional.of(Json.of(text.length()))
              : index(name, text.length()).map(i -> Json.of(text.substring(i, i + 1)));
      case JsonNumber _, JsonBoolean _, JsonNull _ -> Optional.empty();
    };
  }

  private static Optional<Integer> index(String name, int size) {
    boolean digits =
        !name.isEmpty() && name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean canonical = digits && (name.length() == 1 || name.charAt(0) != '0');
    return canonical && Integer.parseInt(name) < size
        ? Optional.of(Integer.valueOf(name))
        : Optional.empty();
  }
}
