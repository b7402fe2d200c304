package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Action;
import quietstories.story.ActionRoll;
import quietstories.story.EndCondition;
import quietstories.story.Operation;
import quietstories.story.Problem;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;

/**
 * Checks what a scenario's rules mean, beyond what reading them checks: broken expressions, empty
 * end conditions, places that are read but that neither the state nor any effect can provide, and
 * effects that can never apply.
 */
public final class SpecCheck {

  private final Provisions provisions;
  private final List<Problem> problems = new ArrayList<>();

  private SpecCheck(ScenarioSpec spec) {
    this.provisions = Provisions.of(spec);
  }

  /** Returns everything that is wrong with {@code spec}, with its place in the spec's JSON. */
  public static List<Problem> problems(ScenarioSpec spec) {
    SpecCheck check = new SpecCheck(spec);
    check.actions(spec.actions());
    check.events(spec.randomEvents());
    check.endings("loss_conditions", spec.lossConditions());
    check.endings("win_conditions", spec.winConditions());
    check.decay(spec.budget().decayPerTurn());
    return List.copyOf(check.problems);
  }

  private void actions(List<Action> actions) {
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      JsonPath at = place("actions", i);
      condition(action.preconditions(), action.params(), at.child("preconditions"));
      effects(action.effects(), action.params(), at.child("effects"));
      List<StateChange> onSuccess = action.roll().map(ActionRoll::onSuccess).orElse(List.of());
      List<StateChange> onFailure = action.roll().map(ActionRoll::onFailure).orElse(List.of());
      effects(onSuccess, action.params(), at.child("on_success"));
      effects(onFailure, action.params(), at.child("on_failure"));
    }
  }

  private void events(List<RandomEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      JsonPath at = place("random_events", i);
      condition(events.get(i).when(), JsonObject.EMPTY, at.child("when"));
      effects(events.get(i).effects(), JsonObject.EMPTY, at.child("effects"));
    }
  }

  private void endings(String list, List<EndCondition> endings) {
    for (int i = 0; i < endings.size(); i++) {
      JsonObject condition = endings.get(i).condition();
      JsonPath at = place(list, i).child("condition");
      if (condition.members().isEmpty()) {
        problems.add(new Problem(at, "must not be empty: the story would end at once", condition));
      }
      condition(condition, JsonObject.EMPTY, at);
    }
  }

  private void decay(Map<String, JsonNumber> decayPerTurn) {
    JsonPath at = new JsonPath(List.of("negativity_budget", "decay_per_turn"));
    decayPerTurn.forEach(
        (path, number) ->
            EffectCheck.objection(
                    new StateChange(Operation.INC, path, number), JsonObject.EMPTY, provisions)
                .ifPresent(
                    objection -> problems.add(new Problem(at.child(path), objection, number))));
  }

  private void condition(JsonObject condition, JsonObject params, JsonPath at) {
    try {
      for (Read read : JsonLogic.forScenario(condition).reads()) {
        read(read, params, Condition.below(at, read.at()), condition);
      }
    } catch (LogicFault fault) {
      problems.add(new Problem(Condition.below(at, fault.place()), fault.words(), condition));
    }
  }

  private void read(Read read, JsonObject params, JsonPath at, JsonObject condition) {
    boolean checked = !read.hasDefault() && (!read.inner() || read.path().startsWith("state."));
    if (checked && !provisions.provide(read.path(), params)) {
      problems.add(
          new Problem(
              at,
              "'"
                  + read.path()
                  + "' is read here, but neither the state nor any effect provides it; "
                  + provisions.advice(read.path()),
              condition));
    }
  }

  private void effects(List<StateChange> effects, JsonObject params, JsonPath at) {
    for (int i = 0; i < effects.size(); i++) {
      StateChange effect = effects.get(i);
      JsonPath place = at.child(String.valueOf(i));
      EffectCheck.objection(effect, params, provisions)
          .ifPresent(objection -> problems.add(new Problem(place, objection, effect.toJson())));
    }
  }

  private static JsonPath place(String list, int index) {
    return new JsonPath(List.of(list, String.valueOf(index)));
  }
}
