package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;

/**
 * The arguments of an attempted action. Conditions read them as {@code {"var":"params.x"}}, and an
 * effect whose value is exactly that takes the argument's value.
 */
final class Arguments {

  /** The beginning of paths that read an argument. */
  static final String PREFIX = "params.";

  private static final String MEMBER = "params";

  private Arguments() {}

  static IntentReading attempt(Action action, JsonObject given) {
    JsonObject accepted = given;
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Parameter> entry : Parameter.all(action.params()).entrySet()) {
      String name = entry.getKey();
      Parameter parameter = entry.getValue();
      Optional<Json> argument = given.member(name).filter(value -> value != JsonNull.NULL);
      Optional<Json> fitting = argument.flatMap(parameter::accept);
      JsonPath place = new JsonPath(List.of("parameters", name));
      if (fitting.isPresent()) {
        accepted = accepted.with(name, fitting.get());
      } else if (argument.isPresent()) {
        problems.add(new Problem(place, parameter.wanted(), argument.get()));
      } else if (parameter.required()) {
        problems.add(new Problem(place, "is missing and " + parameter.wanted(), JsonNull.NULL));
      }
    }
    return problems.isEmpty()
        ? new IntentReading.Understood(new Intent.Attempt(action, accepted))
        : new IntentReading.Misread(problems);
  }

  static IntentReading unknown(ScenarioSpec spec, ActionId id) {
    String known =
        String.join(", ", spec.actions().stream().map(action -> action.id().value()).toList());
    return new IntentReading.Misread(
        List.of(
            new Problem(
                new JsonPath(List.of("action_id")),
                "this scenario has no such action; it has: " + known,
                Json.of(id.value()))));
  }

  /** Returns the data that an action's conditions see. */
  static JsonObject scope(JsonObject state, JsonObject arguments) {
    return arguments.members().isEmpty() ? state : state.with(MEMBER, arguments);
  }

  /** Returns the change with an argument in place of a value that names one. */
  static StateChange filled(StateChange change, JsonObject arguments) {
    if (change.value() instanceof JsonObject object && object.members().size() == 1) {
      Optional<Json> argument =
          object
              .text("var")
              .filter(path -> path.startsWith(PREFIX))
              .map(path -> JsonPath.parse(path.substring(PREFIX.length())))
              .map(path -> arguments.at(path).orElse(JsonNull.NULL));
      return argument.map(v -> new StateChange(change.op(), change.path(), v)).orElse(change);
    }
    return change;
  }

  /** Returns arguments that fit, for trials. */
  static JsonObject sample(Action action, Situation situation) {
    List<String> entities =
        situation.entities().stream().map(entity -> entity.id().value()).toList();
    JsonObject.Builder sample = JsonObject.builder();
    Parameter.all(action.params())
        .forEach((name, parameter) -> sample.put(name, parameter.sample(entities)));
    return sample.build();
  }
}
