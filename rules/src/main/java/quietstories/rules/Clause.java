package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;

/**
 * One member of a condition, all of whose members must hold.
 *
 * @param source the member as written
 * @param node what it compiles to
 * @param isPair whether it is the short form: a place and the value that it must have
 */
record Clause(Json source, Node node, boolean isPair) {

  static Clause of(Json logic, JsonPath at, LogicCompiler compiler) {
    return new Clause(logic, compiler.compile(logic, at), false);
  }

  /** Returns the clauses of a scenario's condition. */
  static List<Clause> all(JsonObject condition, LogicCompiler compiler) {
    List<Clause> clauses = new ArrayList<>();
    for (Map.Entry<String, Json> member : condition.members().entrySet()) {
      JsonObject alone = JsonObject.of(member.getKey(), member.getValue());
      clauses.add(
          LogicCompiler.isOperator(member.getKey())
              ? of(alone, JsonPath.ROOT, compiler)
              : pair(member.getKey(), member.getValue(), alone, compiler));
    }
    return clauses;
  }

  private static Clause pair(String path, Json wanted, JsonObject source, LogicCompiler compiler) {
    JsonPath at = new JsonPath(List.of(path));
    operatorIn(wanted)
        .ifPresent(
            name -> {
              throw new LogicFault(
                  at,
                  "a place is compared with a value here; write {\"%s\": [{\"var\": \"%s\"}, …]}"
                      .formatted(name, path));
            });
    Dialect dialect = compiler.dialect();
    compiler.note(new Read(path, at, false, false));
    List<String> segments = dialect.segments(path);
    Node node =
        scope -> {
          scope.budget().spend(1);
          return Json.of(dialect.find(segments, scope).orElse(JsonNull.NULL).equals(wanted));
        };
    return new Clause(source, node, true);
  }

  private static Optional<String> operatorIn(Json wanted) {
    return wanted instanceof JsonObject object && object.members().size() == 1
        ? object.members().keySet().stream().filter(LogicCompiler::isOperator).findFirst()
        : Optional.empty();
  }
}
