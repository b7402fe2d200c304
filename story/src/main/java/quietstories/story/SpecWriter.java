package quietstories.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/** Writes a {@link ScenarioSpec} in the form that {@link SpecReader} reads. */
public final class SpecWriter {

  private SpecWriter() {}

  /** Returns the scenario as JSON. */
  public static JsonObject write(ScenarioSpec spec) {
    return JsonObject.builder()
        .put("spec_version", spec.specVersion())
        .put("id", spec.id())
        .put("name", spec.name())
        .put("seed", spec.seed())
        .put("state", spec.state())
        .put("entities", list(spec.entities(), Entity::toJson))
        .put("actions", list(spec.actions(), SpecWriter::action))
        .put("random_events", list(spec.randomEvents(), SpecWriter::event))
        .put("loss_conditions", list(spec.lossConditions(), SpecWriter::condition))
        .put("win_conditions", list(spec.winConditions(), SpecWriter::condition))
        .put("negativity_budget", budget(spec.budget()))
        .putText("opening", spec.opening())
        .putText("point_of_view", spec.pointOfView().map(EntityId::value))
        .put("narrator_rules", rules(spec.narratorRules()))
        .build();
  }

  private static JsonObject action(Action action) {
    JsonObject json =
        JsonObject.builder()
            .put("id", action.id().value())
            .put("label", action.label())
            .putText("description", action.description())
            .put("params", action.params())
            .put("preconditions", action.preconditions())
            .put("effects", list(action.effects(), StateChange::toJson))
            .build();
    return action
        .roll()
        .map(
            roll ->
                json.with("roll", roll.request().toJson())
                    .with("on_success", list(roll.onSuccess(), StateChange::toJson))
                    .with("on_failure", list(roll.onFailure(), StateChange::toJson)))
        .orElse(json);
  }

  private static JsonObject event(RandomEvent event) {
    return JsonObject.builder()
        .put("id", event.id().value())
        .putText("description", event.description())
        .put("weight", event.weight())
        .put("when", event.when())
        .put("effects", list(event.effects(), StateChange::toJson))
        .putText("duration", event.duration())
        .build();
  }

  private static JsonObject condition(EndCondition condition) {
    return JsonObject.builder()
        .put("id", condition.id().value())
        .put("condition", condition.condition())
        .put("message", condition.message())
        .build();
  }

  private static JsonObject budget(NegativityBudget budget) {
    return JsonObject.builder()
        .put("min_fail_rate", budget.minFailRate())
        .put("decay_per_turn", object(budget.decayPerTurn(), number -> number))
        .build();
  }

  private static JsonObject rules(NarratorRules rules) {
    return JsonObject.builder()
        .put("protected", JsonArray.ofTexts(rules.protectedPaths()))
        .put(
            "bounds", object(rules.bounds(), b -> JsonArray.of(Json.of(b.min()), Json.of(b.max()))))
        .put("max_step", object(rules.maxStep(), step -> Json.of((double) step)))
        .build();
  }

  private static <T> JsonArray list(List<T> things, Function<T, Json> write) {
    return new JsonArray(things.stream().map(write).toList());
  }

  private static <T> JsonObject object(Map<String, T> things, Function<T, Json> write) {
    Map<String, Json> members = new LinkedHashMap<>();
    things.forEach((key, thing) -> members.put(key, write.apply(thing)));
    return new JsonObject(members);
  }
}
