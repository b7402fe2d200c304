package quietstories.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.Entity;

/** Arguments that a trial's player gives: any that an action's parameters accept. */
final class SampleArguments {

  private static final double SPAN = 10;

  private SampleArguments() {}

  static Intent.Attempt attempt(Action action, Situation situation, Dice dice) {
    Map<String, Json> arguments = new LinkedHashMap<>();
    ParameterForm.all(action.params())
        .forEach((name, form) -> arguments.put(name, sample(form, situation.entities(), dice)));
    return new Intent.Attempt(action, new JsonObject(arguments));
  }

  private static Json sample(ParameterForm form, List<Entity> cast, Dice dice) {
    if (!form.choices().isEmpty()) {
      return form.choices().get(dice.below(form.choices().size()));
    }
    return switch (form.type().orElse(ParameterType.STRING)) {
      case STRING -> form.fallback().orElse(Json.of("something"));
      case NUMBER, INTEGER -> number(form, dice);
      case BOOLEAN -> Json.of(dice.chance(0.5));
      case OBJECT -> JsonObject.EMPTY;
      case ARRAY -> JsonArray.EMPTY;
      case ENTITY ->
          Json.of(cast.isEmpty() ? "nobody" : cast.get(dice.below(cast.size())).id().value());
    };
  }

  /** Returns a whole number of the range; a range open at one end counts as ten wide. */
  private static Json number(ParameterForm form, Dice dice) {
    double least =
        form.min()
            .or(() -> form.max().flatMap(most -> JsonNumber.finite(most.value() - SPAN)))
            .map(JsonNumber::value)
            .orElse(1.0);
    double most = form.max().map(JsonNumber::value).orElse(least + SPAN);
    double whole = Math.ceil(least);
    int width = (int) Math.clamp(Math.floor(most) - whole + 1, 1, 1_000_000);
    return Json.of(Math.min(most, whole + dice.below(width)));
  }
}
