package quietstories.authoring;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.story.RandomEvent;

/**
 * Forgives what models usually get wrong in the form of a scenario, where there is no doubt about
 * what was meant. Whatever is left of a wrong form is for the reader to refuse.
 */
final class SpecTolerance {

  private static final List<String> WRAPPERS =
      List.of("ScenarioSpec", "scenario", "scenario_spec", "spec");
  private static final double USUAL_WEIGHT = 0.10;
  private static final String USUAL_MESSAGE = "The story ends here.";

  private final long seed;
  private final double minFailRate;

  /**
   * Creates a tolerance.
   *
   * @param seed the seed of a scenario that names none
   * @param minFailRate the share of trials that should be lost in a scenario that names none
   */
  SpecTolerance(long seed, double minFailRate) {
    this.seed = seed;
    this.minFailRate = minFailRate;
  }

  /** Returns the scenario within {@code answer}, in the form that the reader expects. */
  JsonObject tidied(JsonObject answer) {
    JsonObject spec = Loose.withoutNulls(unwrapped(answer));
    spec = Loose.identified(spec, "scenario");
    if (spec.text("name").filter(name -> !name.isBlank()).isEmpty()) {
      spec = Loose.renamed(spec, "title", "name");
    }
    return spec.with("seed", seed(spec))
        .with("actions", each(spec, "actions", this::action))
        .with("random_events", each(spec, "random_events", this::event))
        .with("loss_conditions", each(spec, "loss_conditions", this::ending))
        .with("win_conditions", each(spec, "win_conditions", this::ending))
        .with("negativity_budget", budget(spec));
  }

  private static JsonObject unwrapped(JsonObject answer) {
    if (answer.member("actions").isPresent()) {
      return answer;
    }
    return WRAPPERS.stream()
        .flatMap(name -> answer.object(name).stream())
        .findFirst()
        .map(SpecTolerance::unwrapped)
        .orElse(answer);
  }

  private Json seed(JsonObject spec) {
    Json written = Loose.number(spec.member("seed").orElse(JsonNull.NULL));
    boolean usable = written instanceof JsonNumber number && number.integer().isPresent();
    return usable ? written : Json.of(seed);
  }

  private JsonObject action(JsonObject written, int index) {
    JsonObject action = Loose.identified(written, "action_" + (index + 1));
    // why: the effects of a roll may stand within it instead; an empty list here would hide them.
    JsonObject labelled =
        action.member("label").isPresent() ? action : Loose.renamed(action, "name", "label");
    JsonObject changed = Loose.changes(labelled, List.of("effects"));
    return Loose.changesIfAny(changed, List.of("on_success", "on_failure"))
        .with("params", action.member("params").orElse(JsonObject.EMPTY))
        .with("preconditions", Loose.condition(action.member("preconditions")))
        .merge(roll(action));
  }

  private static JsonObject roll(JsonObject action) {
    return action
        .object("roll")
        .map(roll -> Loose.withoutNulls(roll))
        .map(roll -> Loose.changesIfAny(roll, List.of("on_success", "on_failure")))
        .map(roll -> JsonObject.of("roll", roll))
        .orElse(JsonObject.EMPTY);
  }

  private JsonObject event(JsonObject written, int index) {
    JsonObject event = Loose.identified(written, "event_" + (index + 1));
    Optional<Json> when = event.member("when").or(() -> event.member("condition"));
    return Loose.changes(event, List.of("effects"))
        .with("when", Loose.condition(when))
        .with("weight", weight(event.member("weight").orElse(Json.of(USUAL_WEIGHT))));
  }

  private static Json weight(Json written) {
    Json read = Loose.number(written);
    return read instanceof JsonNumber number
        ? Json.of(Math.clamp(number.value(), RandomEvent.MIN_WEIGHT, RandomEvent.MAX_WEIGHT))
        : read;
  }

  private JsonObject ending(JsonObject written, int index) {
    JsonObject ending = Loose.identified(written, "ending_" + (index + 1));
    Optional<Json> condition = ending.member("condition").or(() -> ending.member("when"));
    String message =
        ending
            .text("message")
            .or(() -> ending.text("name"))
            .or(() -> ending.object("condition").flatMap(c -> c.text("name")))
            .filter(text -> !text.isBlank())
            .orElse(USUAL_MESSAGE);
    return ending.with("condition", Loose.condition(condition)).with("message", Json.of(message));
  }

  private JsonObject budget(JsonObject spec) {
    JsonObject budget =
        Loose.withoutNulls(spec.object("negativity_budget").orElse(JsonObject.EMPTY));
    JsonObject decay = budget.object("decay_per_turn").orElse(JsonObject.EMPTY);
    JsonObject.Builder numbers = JsonObject.builder();
    decay.members().forEach((path, value) -> numbers.put(path, Loose.number(value)));
    Json rate = budget.member("min_fail_rate").orElse(Json.of(minFailRate));
    return budget.with("min_fail_rate", Loose.number(rate)).with("decay_per_turn", numbers.build());
  }

  /** A list is tidied element by element; what is missing is an empty list, all else is kept. */
  private static Json each(
      JsonObject spec, String key, BiFunction<JsonObject, Integer, JsonObject> tidy) {
    Json written = spec.member(key).orElse(JsonArray.EMPTY);
    if (!(written instanceof JsonArray(List<Json> elements))) {
      return written;
    }
    return new JsonArray(
        IntStream.range(0, elements.size())
            .<Json>mapToObj(
                i ->
                    elements.get(i) instanceof JsonObject object
                        ? tidy.apply(Loose.withoutNulls(object), i)
                        : elements.get(i))
            .toList());
  }
}
