package quietstories.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.EndCondition;
import quietstories.story.Ending;
import quietstories.story.EndingKind;
import quietstories.story.InvalidStory;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;

/** The rules of one scenario, compiled once. Immutable and safe for use by many threads. */
public final class Rulebook {

  private final ScenarioSpec spec;
  private final Map<ActionId, JsonLogic> preconditions = new HashMap<>();
  private final List<CompiledEvent> events = new ArrayList<>();
  private final List<CompiledEnding> endings = new ArrayList<>();

  /** A random event with its compiled condition. */
  record CompiledEvent(RandomEvent event, JsonLogic when) {}

  /** An ending with its compiled condition. */
  record CompiledEnding(Ending ending, JsonLogic condition) {}

  private Rulebook(ScenarioSpec spec) {
    this.spec = spec;
    for (Action action : spec.actions()) {
      preconditions.put(action.id(), compiled("actions." + action.id(), action.preconditions()));
    }
    for (RandomEvent event : spec.randomEvents()) {
      events.add(new CompiledEvent(event, compiled("random_events." + event.id(), event.when())));
    }
    spec.lossConditions().forEach(end -> ending(end, EndingKind.LOSS, "loss_conditions."));
    spec.winConditions().forEach(end -> ending(end, EndingKind.WIN, "win_conditions."));
  }

  /**
   * Compiles the rules of a scenario.
   *
   * @throws InvalidStory naming the place of a condition that is no JSONLogic
   */
  public static Rulebook compile(ScenarioSpec spec) {
    return new Rulebook(spec);
  }

  private void ending(EndCondition end, EndingKind kind, String list) {
    endings.add(
        new CompiledEnding(
            new Ending(end.id(), kind, end.message()), compiled(list + end.id(), end.condition())));
  }

  private static JsonLogic compiled(String place, JsonObject condition) {
    try {
      return JsonLogic.forScenario(condition);
    } catch (LogicFault fault) {
      throw new InvalidStory(place, fault.getMessage());
    }
  }

  /** Returns the scenario. */
  public ScenarioSpec spec() {
    return spec;
  }

  /**
   * Returns the actions whose preconditions hold, in the scenario's order. A precondition that asks
   * about an argument sees none, so an action may be offered and still refused for its arguments.
   */
  public List<Action> available(JsonObject state) {
    return spec.actions().stream().filter(action -> isOffered(action, state)).toList();
  }

  private boolean isOffered(Action action, JsonObject state) {
    JsonLogic condition = precondition(action);
    return Conditions.holds(condition, state) || asksOnlyArguments(action, condition, state);
  }

  /** Whether the first clause that is false is about the arguments, which nobody has given yet. */
  private static boolean asksOnlyArguments(Action action, JsonLogic condition, JsonObject state) {
    return !action.params().members().isEmpty()
        && Conditions.whyFalse(condition, state)
            .filter(clause -> clause.clause().write().contains("\"" + Arguments.PREFIX))
            .isPresent();
  }

  JsonLogic precondition(Action action) {
    JsonLogic found = preconditions.get(action.id());
    if (found == null) {
      throw new IllegalArgumentException("'" + action.id() + "' is no action of this scenario");
    }
    return found;
  }

  List<CompiledEvent> events() {
    return events;
  }

  List<CompiledEnding> endings() {
    return endings;
  }
}
