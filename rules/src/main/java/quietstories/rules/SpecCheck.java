package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;
import quietstories.story.Action;
import quietstories.story.EndCondition;
import quietstories.story.Problem;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;

/**
 * Finds what is wrong with a scenario that is well formed: conditions that are no JSONLogic, and
 * variables that neither the state nor any effect can provide.
 */
public final class SpecCheck {

  private static final Set<String> SCOPED =
      Set.of("map", "filter", "reduce", "all", "none", "some");

  private final ScenarioSpec spec;
  private final List<JsonPath> written;
  private final List<Problem> problems = new ArrayList<>();

  private SpecCheck(ScenarioSpec spec) {
    this.spec = spec;
    this.written =
        effects(spec).map(change -> change.place().within(spec.state())).distinct().toList();
  }

  /** Returns every problem of the scenario, with its place; none if it can be compiled. */
  public static List<Problem> problems(ScenarioSpec spec) {
    SpecCheck check = new SpecCheck(spec);
    check.checkAll();
    return List.copyOf(check.problems);
  }

  /** Returns everything that the rules may change, decay included. */
  private static Stream<StateChange> effects(ScenarioSpec spec) {
    Stream<StateChange> ofActions = spec.actions().stream().flatMap(SpecCheck::effects);
    Stream<StateChange> ofEvents =
        spec.randomEvents().stream().flatMap(event -> event.effects().stream());
    return Stream.concat(ofActions, ofEvents);
  }

  private static Stream<StateChange> effects(Action action) {
    return Stream.concat(
        action.effects().stream(),
        action.roll().stream()
            .flatMap(roll -> Stream.concat(roll.onSuccess().stream(), roll.onFailure().stream())));
  }

  private void checkAll() {
    int index = 0;
    for (Action action : spec.actions()) {
      check(place("actions", index++, "preconditions"), action.preconditions());
    }
    index = 0;
    for (RandomEvent event : spec.randomEvents()) {
      check(place("random_events", index++, "when"), event.when());
    }
    conditions("loss_conditions", spec.lossConditions());
    conditions("win_conditions", spec.winConditions());
  }

  private void conditions(String list, List<EndCondition> conditions) {
    int index = 0;
    for (EndCondition condition : conditions) {
      check(place(list, index++, "condition"), condition.condition());
    }
  }

  private static JsonPath place(String list, int index, String member) {
    return new JsonPath(List.of(list, String.valueOf(index), member));
  }

  private void check(JsonPath at, JsonObject condition) {
    try {
      variables(at, JsonLogic.forScenario(condition).source());
    } catch (LogicFault fault) {
      problems.add(new Problem(at, fault.getMessage(), condition));
    }
  }

  private void variables(JsonPath at, Json logic) {
    switch (logic) {
      case JsonArray(List<Json> elements) -> elements.forEach(element -> variables(at, element));
      case JsonObject object when object.members().size() == 1 -> operator(at, object);
      default -> {
        // why: literals read nothing.
      }
    }
  }

  private void operator(JsonPath at, JsonObject object) {
    Map.Entry<String, Json> only = object.members().entrySet().iterator().next();
    List<Json> operands =
        only.getValue() instanceof JsonArray(List<Json> elements)
            ? elements
            : List.of(only.getValue());
    if (only.getKey().equals("var")) {
      if (operands.size() < 2
          && !operands.isEmpty()
          && operands.getFirst() instanceof JsonString p) {
        variable(at, p.value());
      }
      operands.forEach(operand -> variables(at, operand));
    } else if (SCOPED.contains(only.getKey())) {
      // why: inside, variables are those of an element.
      operands.stream().limit(1).forEach(operand -> variables(at, operand));
    } else {
      operands.forEach(operand -> variables(at, operand));
    }
  }

  private void variable(JsonPath at, String text) {
    JsonPath path = JsonPath.parse(text).within(spec.state());
    boolean provided =
        text.startsWith(Arguments.PREFIX)
            || spec.state().at(path).isPresent()
            || written.stream().anyMatch(place -> place.covers(path) || path.covers(place));
    if (!provided) {
      problems.add(
          new Problem(
              at,
              "reads '"
                  + text
                  + "', which neither the state nor any effect provides; add it to the state or"
                  + " give the var a default",
              Json.of(text)));
    }
  }
}
