package quietstories.rules;

import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * A compiled JSONLogic expression (jsonlogic.com). Immutable and safe for use by many threads. The
 * same evaluator serves scenarios and the public interface; they differ in how paths are written.
 */
public final class JsonLogic {

  private final Json source;
  private final Expression expression;
  private final boolean scenario;

  private JsonLogic(Json source, Expression expression, boolean scenario) {
    this.source = source;
    this.expression = expression;
    this.scenario = scenario;
  }

  /**
   * Compiles an expression with the published semantics.
   *
   * @throws LogicFault naming the place of an unknown operator, or if it is too deep or too large
   */
  public static JsonLogic compile(Json logic) {
    return new JsonLogic(logic, new LogicCompiler(Variables.PUBLISHED).compile(logic), false);
  }

  /**
   * Compiles a condition of a scenario. {@code state.x} is {@code x}; members whose name is no
   * operator are paths that must have the given value; several members must all hold; none is true.
   *
   * @throws LogicFault as {@link #compile}
   */
  public static JsonLogic forScenario(JsonObject condition) {
    Json logic = ShortForm.expand(condition);
    return new JsonLogic(logic, new LogicCompiler(Variables.SCENARIO).compile(logic), true);
  }

  /**
   * Returns the value for {@code data}.
   *
   * @throws LogicFault if the evaluation takes too many steps or makes too large a value
   */
  public Json evaluate(Json data) {
    return expression.evaluate(data, new Budget());
  }

  /** Returns whether the value for {@code data} is true in JSONLogic's sense. */
  public boolean holds(Json data) {
    return Js.truthy(evaluate(data));
  }

  /** Returns the smallest clause that makes this false for {@code data}; empty if it holds. */
  public Optional<FalseClause> whyFalse(Json data) {
    return holds(data) ? Optional.empty() : Optional.of(new Explanation(this, data).clause());
  }

  /** Returns the expression as it was written, with a scenario's short form written out. */
  Json source() {
    return source;
  }

  /** Returns a part of this expression, compiled the same way. */
  JsonLogic part(Json logic) {
    Variables variables = scenario ? Variables.SCENARIO : Variables.PUBLISHED;
    return new JsonLogic(logic, new LogicCompiler(variables).compile(logic), scenario);
  }

  /** The short form of conditions in scenarios. */
  private static final class ShortForm {

    static Json expand(JsonObject condition) {
      if (condition.members().isEmpty()) {
        return Json.of(true);
      }
      Json[] clauses =
          condition.members().entrySet().stream().map(ShortForm::clause).toArray(Json[]::new);
      return clauses.length == 1 ? clauses[0] : JsonObject.of("and", JsonArray.of(clauses));
    }

    private static Json clause(Map.Entry<String, Json> member) {
      if (LogicCompiler.isOperator(member.getKey())) {
        return JsonObject.of(member.getKey(), member.getValue());
      }
      Json path = JsonObject.of("var", Json.of(member.getKey()));
      return JsonObject.of("==", JsonArray.of(path, member.getValue()));
    }
  }
}
