package quietstories.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonBoolean;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;

/** Finds the smallest false part of an expression and says it for a player. */
final class Reasons {

  private static final int SHOWN = 60;
  private static final Map<String, String> NEEDED =
      Map.of(
          "<", "less than %s is needed",
          "<=", "at most %s is needed",
          ">", "more than %s is needed",
          ">=", "at least %s is needed",
          "==", "%s is needed",
          "===", "%s is needed",
          "!=", "it must not be %s",
          "!==", "it must not be %s");
  private static final Map<String, String> MIRRORED =
      Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

  private final Dialect dialect;
  private final Json data;

  Reasons(Dialect dialect, Json data) {
    this.dialect = dialect;
    this.data = data;
  }

  /** Returns why a clause that is false is false. */
  FalseClause explain(Clause clause) {
    if (clause.isPair() && clause.source() instanceof JsonObject(Map<String, Json> members)) {
      Map.Entry<String, Json> pair = members.entrySet().iterator().next();
      String seen = shown(value(JsonObject.of("var", Json.of(pair.getKey()))));
      return new FalseClause(
          clause.source(),
          "%s is %s, but %s is needed"
              .formatted(name(pair.getKey()), seen, shown(pair.getValue())));
    }
    return explain(clause.source());
  }

  private FalseClause explain(Json clause) {
    Optional<Term> found = Term.of(clause);
    if (found.isEmpty()) {
      return new FalseClause(clause, "this is never possible");
    }
    Term operation = found.get();
    return switch (operation.name()) {
      case "and" -> firstFalse(operation.operands()).map(this::explain).orElse(plain(clause));
      case "or" -> alternatives(clause, operation.operands());
      case "if", "?:" -> chosen(operation.operands()).map(this::explain).orElse(plain(clause));
      case "<", "<=", ">", ">=", "==", "===", "!=", "!==" ->
          comparison(operation).map(text -> new FalseClause(clause, text)).orElse(plain(clause));
      case "in" -> membership(operation).map(t -> new FalseClause(clause, t)).orElse(plain(clause));
      default -> plain(clause);
    };
  }

  private Optional<Json> firstFalse(List<Json> operands) {
    return operands.stream().filter(operand -> !Coercion.truthy(value(operand))).findFirst();
  }

  private FalseClause alternatives(Json clause, List<Json> operands) {
    if (operands.size() == 1) {
      return explain(operands.getFirst());
    }
    Set<String> words = new LinkedHashSet<>();
    operands.forEach(operand -> words.add(explain(operand).words()));
    return words.isEmpty() ? plain(clause) : new FalseClause(clause, String.join("; and ", words));
  }

  /** Returns the branch whose value is the value of the whole. */
  private Optional<Json> chosen(List<Json> operands) {
    int i = 0;
    for (; i + 1 < operands.size(); i += 2) {
      if (Coercion.truthy(value(operands.get(i)))) {
        return Optional.of(operands.get(i + 1));
      }
    }
    return i < operands.size() ? Optional.of(operands.get(i)) : Optional.empty();
  }

  private Optional<String> comparison(Term operation) {
    List<Json> operands = operation.operands();
    if (operands.size() == 3) {
      return variable(operands.get(1))
          .map(
              path ->
                  "%s is %s, but a value between %s and %s is needed"
                      .formatted(
                          path,
                          shown(value(operands.get(1))),
                          operand(operands.get(0)),
                          operand(operands.get(2))));
    }
    if (operands.size() != 2) {
      return Optional.empty();
    }
    boolean mirrored = variable(operands.get(0)).isEmpty();
    String operator =
        mirrored ? MIRRORED.getOrDefault(operation.name(), operation.name()) : operation.name();
    Json subject = operands.get(mirrored ? 1 : 0);
    Json other = operands.get(mirrored ? 0 : 1);
    return variable(subject)
        .map(
            path ->
                "%s is %s, but ".formatted(path, shown(value(subject)))
                    + NEEDED.getOrDefault(operator, "%s").formatted(operand(other)));
  }

  private Optional<String> membership(Term operation) {
    List<Json> operands = operation.operands();
    return operands.size() < 2
        ? Optional.empty()
        : variable(operands.get(1))
            .map(path -> "%s is not in %s".formatted(operand(operands.get(0)), path));
  }

  /** Says what the clause read: {@code has_key is false, alarm is true}. */
  private FalseClause plain(Json clause) {
    List<String> facts = new ArrayList<>();
    for (String path : new LinkedHashSet<>(variables(clause))) {
      facts.add(name(path) + " is " + shown(value(JsonObject.of("var", Json.of(path)))));
    }
    return new FalseClause(
        clause, facts.isEmpty() ? "this is never possible" : String.join(", ", facts));
  }

  private static List<String> variables(Json clause) {
    List<String> paths = new ArrayList<>();
    switch (clause) {
      case JsonObject object -> {
        path(clause).ifPresent(paths::add);
        object.members().values().forEach(member -> paths.addAll(variables(member)));
      }
      case JsonArray array -> array.elements().forEach(e -> paths.addAll(variables(e)));
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
    return paths;
  }

  private String operand(Json operand) {
    String seen = shown(value(operand));
    return variable(operand).map(path -> path + " (" + seen + ")").orElse(seen);
  }

  private static Optional<String> variable(Json operand) {
    return path(operand).map(Reasons::name);
  }

  private static Optional<String> path(Json operand) {
    return Term.of(operand)
        .filter(operation -> operation.name().equals("var") && !operation.operands().isEmpty())
        .flatMap(operation -> operation.operands().getFirst().asText())
        .filter(path -> !path.isEmpty());
  }

  private static String name(String path) {
    String name = path.replaceFirst("^state\\.", "").replaceFirst("^params\\.", "");
    return name.isEmpty() ? path : name;
  }

  private Json value(Json logic) {
    try {
      return new LogicCompiler(dialect).compile(logic, JsonPath.ROOT).evaluate(Scope.of(data));
    } catch (LogicFault beyondBounds) {
      return JsonNull.NULL;
    }
  }

  private static String shown(Json value) {
    if (value == JsonNull.NULL) {
      return "nothing";
    }
    String text = value.write();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
