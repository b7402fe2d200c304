package quietstories.story;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quietstories.json.JsonObject;

/**
 * The rules of a world.
 *
 * @param seed the default seed of its sessions; 0 is a seed like any other
 * @param state the state in which a story begins
 * @param lossConditions at least two
 * @param opening the first text a player reads, if the author wrote one
 * @param pointOfView the entity through whose eyes the story is told, if the author chose one
 */
public record ScenarioSpec(
    String specVersion,
    String id,
    String name,
    long seed,
    JsonObject state,
    List<Entity> entities,
    List<Action> actions,
    List<RandomEvent> randomEvents,
    List<EndCondition> lossConditions,
    List<EndCondition> winConditions,
    NegativityBudget budget,
    Optional<String> opening,
    Optional<EntityId> pointOfView,
    NarratorRules narratorRules) {

  public ScenarioSpec {
    entities = List.copyOf(entities);
    actions = List.copyOf(actions);
    randomEvents = List.copyOf(randomEvents);
    lossConditions = List.copyOf(lossConditions);
    winConditions = List.copyOf(winConditions);
    if (lossConditions.size() < 2) {
      throw new InvalidStory(
          "loss_conditions", "must hold at least 2, not " + lossConditions.size());
    }
    unique("entities", entities, entity -> entity.id().value());
    unique("actions", actions, action -> action.id().value());
    unique("random_events", randomEvents, event -> event.id().value());
    unique("loss_conditions", lossConditions, condition -> condition.id().value());
    unique("win_conditions", winConditions, condition -> condition.id().value());
  }

  private static <T> void unique(String place, List<T> things, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T thing : things) {
      if (!seen.add(id.apply(thing))) {
        throw new InvalidStory(place, "'" + id.apply(thing) + "' is used twice as an id");
      }
    }
  }

  /** Returns the action of that id, or empty if the scenario has none. */
  public Optional<Action> action(ActionId wanted) {
    return actions.stream().filter(action -> action.id().equals(wanted)).findFirst();
  }

  /** Returns this spec with another beginning. */
  public ScenarioSpec withState(JsonObject newState) {
    return new ScenarioSpec(
        specVersion,
        id,
        name,
        seed,
        newState,
        entities,
        actions,
        randomEvents,
        lossConditions,
        winConditions,
        budget,
        opening,
        pointOfView,
        narratorRules);
  }

  /** Returns this spec with other random events. */
  public ScenarioSpec withRandomEvents(List<RandomEvent> newEvents) {
    return new ScenarioSpec(
        specVersion,
        id,
        name,
        seed,
        state,
        entities,
        actions,
        newEvents,
        lossConditions,
        winConditions,
        budget,
        opening,
        pointOfView,
        narratorRules);
  }
}
