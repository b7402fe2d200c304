package quietstories.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.EndCondition;
import quietstories.story.InvalidStory;
import quietstories.story.RandomEvent;
import quietstories.story.ScenarioSpec;

/** The rules of one scenario, compiled once; immutable, safe for many threads. */
public final class Rulebook {

  private final ScenarioSpec spec;
  private final Map<ActionId, Precondition> preconditions;
  private final List<Condition> events;
  private final List<Condition> losses;
  private final List<Condition> wins;

  private Rulebook(ScenarioSpec spec) {
    this.spec = spec;
    this.preconditions = preconditions(spec);
    this.events = conditions("random_events", "when", spec.randomEvents(), RandomEvent::when);
    this.losses = endings("loss_conditions", spec.lossConditions());
    this.wins = endings("win_conditions", spec.winConditions());
  }

  /**
   * Compiles the rules of {@code spec}.
   *
   * @throws InvalidStory naming the place of a broken expression
   */
  public static Rulebook compile(ScenarioSpec spec) {
    return new Rulebook(spec);
  }

  /** Returns the scenario. */
  public ScenarioSpec spec() {
    return spec;
  }

  /**
   * Returns the actions whose preconditions hold in {@code state}, in the scenario's order. No
   * arguments are known yet, so a clause that reads one counts as true.
   */
  public List<Action> available(JsonObject state) {
    return spec.actions().stream()
        .filter(action -> precondition(action).offered().holds(state))
        .toList();
  }

  /** Returns why {@code action} may not be done with {@code arguments}; empty if it may. */
  Optional<FalseClause> obstacle(Action action, JsonObject arguments, JsonObject state) {
    JsonObject data = action.params().members().isEmpty() ? state : state.with("params", arguments);
    return precondition(action).full().whyFalse(action.preconditions(), data);
  }

  /** Returns whether the event of that index may happen in {@code state}. */
  boolean mayHappen(int event, JsonObject state) {
    return events.get(event).holds(state);
  }

  /** Returns the first loss condition that holds in {@code state}. */
  Optional<EndCondition> lost(JsonObject state) {
    return first(losses, spec.lossConditions(), state);
  }

  /** Returns the first win condition that holds in {@code state}. */
  Optional<EndCondition> won(JsonObject state) {
    return first(wins, spec.winConditions(), state);
  }

  private Precondition precondition(Action action) {
    Precondition precondition = preconditions.get(action.id());
    if (precondition == null) {
      throw new IllegalArgumentException("'" + action.id() + "' is no action of this scenario");
    }
    return precondition;
  }

  private static Optional<EndCondition> first(
      List<Condition> compiled, List<EndCondition> written, JsonObject state) {
    for (int i = 0; i < compiled.size(); i++) {
      if (compiled.get(i).holds(state)) {
        return Optional.of(written.get(i));
      }
    }
    return Optional.empty();
  }

  /** What an action asks for with its arguments, and while they are still unknown. */
  private record Precondition(Condition full, Condition offered) {}

  private static Map<ActionId, Precondition> preconditions(ScenarioSpec spec) {
    Map<ActionId, Precondition> compiled = new LinkedHashMap<>();
    int index = 0;
    for (Action action : spec.actions()) {
      JsonPath place = new JsonPath(List.of("actions", "" + index++, "preconditions"));
      Condition full = Condition.compile(action.preconditions(), place);
      Condition offered =
          action.params().members().isEmpty()
              ? full
              : Condition.compile(Offer.relaxed(action.preconditions()), place);
      compiled.put(action.id(), new Precondition(full, offered));
    }
    return compiled;
  }

  private static List<Condition> endings(String list, List<EndCondition> written) {
    return conditions(list, "condition", written, EndCondition::condition);
  }

  private static <T> List<Condition> conditions(
      String list, String key, List<T> things, Function<T, JsonObject> source) {
    List<Condition> compiled = new ArrayList<>();
    for (T thing : things) {
      JsonPath place = new JsonPath(List.of(list, "" + compiled.size(), key));
      compiled.add(Condition.compile(source.apply(thing), place));
    }
    return List.copyOf(compiled);
  }
}
