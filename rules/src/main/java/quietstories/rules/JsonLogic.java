package quietstories.rules;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/**
 * A compiled JSONLogic expression; immutable, safe for many threads.
 *
 * <p>Operators and coercions are those of the published language and its JavaScript reference, with
 * these answers where that one has none that JSON could hold: a number that is not finite is null,
 * what JavaScript calls undefined is null, two separate lists or objects are never equal. Unknown
 * operators are refused when the expression is compiled, whether or not they would be reached.
 *
 * <p>Bounds: an expression is at most 128 levels deep and holds at most 10,000 values; an
 * evaluation takes at most 1,000,000 steps; a result is at most 256 levels deep and holds at most
 * 1,000,000 values, 16 characters of text counting as one more.
 */
public final class JsonLogic {

  private final List<Clause> clauses;
  private final List<Read> reads;
  private final Dialect dialect;

  private JsonLogic(List<Clause> clauses, LogicCompiler compiler) {
    this.clauses = List.copyOf(clauses);
    this.reads = compiler.reads();
    this.dialect = compiler.dialect();
  }

  /**
   * Compiles {@code logic} with the published semantics.
   *
   * @throws LogicFault naming the place of an unknown operator, or if it is too deep or too large
   */
  public static JsonLogic compile(Json logic) {
    Measure.logic(logic);
    LogicCompiler compiler = new LogicCompiler(Dialect.PUBLISHED);
    return new JsonLogic(List.of(Clause.of(logic, JsonPath.ROOT, compiler)), compiler);
  }

  /**
   * Compiles a condition of a scenario. {@code state.x} and {@code x} are the same place; an object
   * without members is true; members that are no operators are places and the values that they must
   * have, and several members must all hold.
   *
   * @throws LogicFault as {@link #compile} does
   */
  public static JsonLogic forScenario(JsonObject condition) {
    Measure.logic(condition);
    LogicCompiler compiler = new LogicCompiler(Dialect.SCENARIO);
    return new JsonLogic(Clause.all(condition, compiler), compiler);
  }

  /**
   * Returns the value of the expression for {@code data}.
   *
   * @throws LogicFault if the evaluation or its result grows beyond the bounds
   */
  public Json evaluate(Json data) {
    Scope scope = Scope.of(data);
    Json result = JsonBoolean.TRUE;
    for (Clause clause : clauses) {
      result = clause.node().evaluate(scope);
      if (clauses.size() > 1 && !Coercion.truthy(result)) {
        return JsonBoolean.FALSE;
      }
    }
    Measure.result(result);
    return result;
  }

  /**
   * Returns whether the value for {@code data} counts as true.
   *
   * @throws LogicFault if the evaluation or its result grows beyond the bounds
   */
  public boolean holds(Json data) {
    return Coercion.truthy(evaluate(data));
  }

  /**
   * Returns the smallest clause that makes this false for {@code data}, with the values that it
   * saw; empty if this holds.
   *
   * @throws LogicFault if the evaluation or its result grows beyond the bounds
   */
  public Optional<FalseClause> whyFalse(Json data) {
    if (holds(data)) {
      return Optional.empty();
    }
    Reasons reasons = new Reasons(dialect, data);
    return clauses.stream()
        .filter(clause -> !Coercion.truthy(clause.node().evaluate(Scope.of(data))))
        .findFirst()
        .map(reasons::explain);
  }

  /** Returns the places that this reads by a path that is written out. */
  List<Read> reads() {
    return reads;
  }
}
