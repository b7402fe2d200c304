package quietstories.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/** An operator with its operands, as it is written in an expression. */
record Term(String name, List<Json> operands) {

  /** Returns the operator that {@code logic} is, or empty if it is a list or stands for itself. */
  static Optional<Term> of(Json logic) {
    if (!(logic instanceof JsonObject(Map<String, Json> members)) || members.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, Json> member = members.entrySet().iterator().next();
    List<Json> operands =
        member.getValue() instanceof JsonArray(List<Json> several)
            ? several
            : List.of(member.getValue());
    return Optional.of(new Term(member.getKey(), operands));
  }
}
