package quietstories.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.ActionRoll;
import quietstories.story.EndCondition;
import quietstories.story.EntityId;
import quietstories.story.NarratorRules;
import quietstories.story.NegativityBudget;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;

/**
 * Repairs what can be repaired without a choice, and says what it did: paths in the wrong spelling,
 * numbers written as text, and places that an effect changes but the state lacks. What a scenario
 * means is never changed; a condition that nothing can provide stays a problem. Repairing a
 * repaired scenario changes nothing.
 */
final class SpecRepair {

  private final ScenarioSpec spec;
  private final Set<String> notes = new LinkedHashSet<>();
  private final PathSpelling spelling;

  private SpecRepair(ScenarioSpec spec) {
    this.spec = spec;
    this.spelling = new PathSpelling(spec.state(), notes);
  }

  /** Returns the repaired scenario. */
  static Repaired repair(ScenarioSpec spec) {
    SpecRepair repair = new SpecRepair(spec);
    ScenarioSpec spelled = repair.spelled();
    JsonObject state = new MissingPlaces(spelled, repair.notes).filled();
    return new Repaired(spelled.withState(state), List.copyOf(repair.notes));
  }

  private ScenarioSpec spelled() {
    return new ScenarioSpec(
        spec.specVersion(),
        spec.id(),
        spec.name(),
        spec.seed(),
        spec.state(),
        spec.entities(),
        spec.actions().stream().map(this::action).toList(),
        spec.randomEvents().stream().map(this::event).toList(),
        spec.lossConditions().stream().map(this::condition).toList(),
        spec.winConditions().stream().map(this::condition).toList(),
        new NegativityBudget(spec.budget().minFailRate(), decay()),
        spec.opening(),
        pointOfView(),
        narratorRules());
  }

  private Action action(Action action) {
    return new Action(
        action.id(),
        action.label(),
        action.description(),
        action.params(),
        spelling.condition(action.preconditions()),
        changes(action.effects()),
        action
            .roll()
            .map(
                roll ->
                    new ActionRoll(
                        roll.request(), changes(roll.onSuccess()), changes(roll.onFailure()))));
  }

  private RandomEvent event(RandomEvent event) {
    return new RandomEvent(
        event.id(),
        event.description(),
        event.weight(),
        spelling.condition(event.when()),
        changes(event.effects()),
        event.duration());
  }

  private EndCondition condition(EndCondition end) {
    return new EndCondition(end.id(), spelling.condition(end.condition()), end.message());
  }

  private List<StateChange> changes(List<StateChange> written) {
    List<StateChange> repaired = new ArrayList<>();
    for (StateChange change : written) {
      repaired.add(
          numeric(new StateChange(change.op(), spelling.path(change.path()), change.value())));
    }
    return repaired;
  }

  private StateChange numeric(StateChange change) {
    return switch (change.op()) {
      case INC, DEC, MUL -> {
        StateChange read =
            new StateChange(change.op(), change.path(), Loose.number(change.value()));
        if (!read.equals(change)) {
          notes.add("The value of an effect on '" + change.path() + "' was text, now a number.");
        }
        yield read;
      }
      case SET, PATCH, PUSH, POP, ADDLOG -> change;
    };
  }

  private Map<String, JsonNumber> decay() {
    Map<String, JsonNumber> decay = new LinkedHashMap<>();
    spec.budget().decayPerTurn().forEach((path, step) -> decay.put(spelling.path(path), step));
    return decay;
  }

  private Optional<EntityId> pointOfView() {
    Optional<EntityId> known =
        spec.pointOfView()
            .filter(id -> spec.entities().stream().anyMatch(entity -> entity.id().equals(id)));
    if (known.isEmpty() && spec.pointOfView().isPresent()) {
      notes.add("The point of view named nobody of the cast and was dropped.");
    }
    return known;
  }

  private NarratorRules narratorRules() {
    NarratorRules rules = spec.narratorRules();
    Map<String, NarratorRules.Bounds> bounds = new LinkedHashMap<>();
    rules.bounds().forEach((path, range) -> bounds.put(spelling.path(path), range));
    Map<String, Double> steps = new LinkedHashMap<>();
    rules.maxStep().forEach((path, step) -> steps.put(spelling.path(path), step));
    List<String> closed = rules.protectedPaths().stream().map(spelling::path).toList();
    return new NarratorRules(closed, bounds, steps);
  }
}
