package quietstories.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/** Finds and words the clause that makes a condition false. */
final class Explanation {

  private static final Map<String, String> NEEDED =
      Map.of(
          ">", "more than %s is needed",
          ">=", "at least %s is needed",
          "<", "less than %s is needed",
          "<=", "at most %s is allowed",
          "==", "it must be %s",
          "===", "it must be %s",
          "!=", "it must not be %s",
          "!==", "it must not be %s");

  private final JsonLogic condition;
  private final Json data;

  Explanation(JsonLogic condition, Json data) {
    this.condition = condition;
    this.data = data;
  }

  FalseClause clause() {
    return clause(condition.source());
  }

  private FalseClause clause(Json logic) {
    if (!(logic instanceof JsonObject object) || object.members().size() != 1) {
      return new FalseClause(logic, "the condition never holds");
    }
    Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
    List<Json> operands =
        only.getValue() instanceof JsonArray(List<Json> elements)
            ? elements
            : List.of(only.getValue());
    return switch (only.getKey()) {
      case "and" -> clause(firstFalse(operands));
      case "or" -> new FalseClause(logic, none(operands));
      case "!" -> new FalseClause(logic, named(operands) + " is true, but must not be");
      case "!!", "var" -> new FalseClause(logic, truth(logic, only.getKey(), operands));
      default -> new FalseClause(logic, compared(only.getKey(), operands));
    };
  }

  private Json firstFalse(List<Json> operands) {
    return operands.stream()
        .filter(operand -> !condition.part(operand).holds(data))
        .findFirst()
        .orElse(JsonNull.NULL);
  }

  private String none(List<Json> operands) {
    return operands.isEmpty()
        ? "the condition never holds"
        : operands.stream()
            .map(operand -> clause(operand).words())
            .collect(Collectors.joining(", and "));
  }

  private String truth(Json logic, String operator, List<Json> operands) {
    String name = operator.equals("var") ? name(logic) : named(operands);
    return name + " is not true";
  }

  private String compared(String operator, List<Json> operands) {
    String needed = NEEDED.get(operator);
    if (needed == null || operands.size() != 2) {
      return "the condition "
          + JsonObject.of(operator, new JsonArray(operands)).write()
          + " does not hold";
    }
    boolean turned = !isVariable(operands.get(0)) && isVariable(operands.get(1));
    Json left = operands.get(turned ? 1 : 0);
    Json right = operands.get(turned ? 0 : 1);
    String wording = turned ? NEEDED.getOrDefault(mirrored(operator), needed) : needed;
    return "%s is %s, but %s".formatted(name(left), shown(left), wording.formatted(shown(right)));
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case ">" -> "<";
      case ">=" -> "<=";
      case "<" -> ">";
      case "<=" -> ">=";
      default -> operator;
    };
  }

  private static boolean isVariable(Json logic) {
    return logic instanceof JsonObject object && object.member("var").isPresent();
  }

  private String named(List<Json> operands) {
    return operands.isEmpty() ? "nothing" : name(operands.getFirst());
  }

  private static String name(Json logic) {
    if (logic instanceof JsonObject object && object.member("var").isPresent()) {
      Json path = object.member("var").get();
      Json first = path instanceof JsonArray(List<Json> e) && !e.isEmpty() ? e.getFirst() : path;
      String text = Js.string(first);
      return text.startsWith("state.") ? text.substring("state.".length()) : text;
    }
    return logic.write();
  }

  private String shown(Json logic) {
    Json value = condition.part(logic).evaluate(data);
    return value == JsonNull.NULL ? "missing" : value.asText().orElseGet(value::write);
  }
}
