package quietstories.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonEdit;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.rules.Application.Applied;
import quietstories.rules.Application.Inapplicable;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.InvalidStory;
import quietstories.story.ScenarioSpec;

/** Who takes part, and how somebody joins. */
final class Cast {

  private static final String PLAYER = "player";

  private Cast() {}

  /**
   * Appends an entity to the list at {@code place} and to the cast. Where the state keeps no such
   * list, the cast alone grows.
   */
  static Application push(Situation before, JsonPath place, Json value) {
    Optional<Json> old = before.state().at(place);
    if (!(value instanceof JsonObject described)) {
      return new Inapplicable("the value must be an object, not " + Operations.kind(value));
    }
    if (!(old.orElse(JsonArray.EMPTY) instanceof JsonArray list)) {
      return Operations.mismatch(place, old, "a list");
    }
    try {
      Entity newcomer = Entity.from(described);
      return known(before, newcomer.id())
          ? new Inapplicable("'" + newcomer.id() + "' takes part already")
          : joined(before, newcomer, place, old.isPresent(), list.append(value));
    } catch (InvalidStory invalid) {
      return new Inapplicable(String.valueOf(invalid.getMessage()));
    }
  }

  private static Application joined(
      Situation before, Entity newcomer, JsonPath place, boolean listed, JsonArray list) {
    List<Entity> entities = new ArrayList<>(before.entities());
    entities.add(newcomer);
    if (!listed) {
      return new Applied(new Situation(before.state(), entities));
    }
    return JsonEdit.set(before.state(), place, list) instanceof JsonEdit.Done(JsonObject state)
        ? new Applied(new Situation(state, entities))
        : new Inapplicable(place + " cannot be changed");
  }

  private static boolean known(Situation situation, EntityId id) {
    return situation.entities().stream().anyMatch(entity -> entity.id().equals(id));
  }

  /**
   * Returns who acts for the player: the entity of the point of view, else {@code
   * player_character}, else the first of type {@code player}.
   */
  static Optional<Entity> actor(ScenarioSpec spec, List<Entity> entities) {
    return spec.pointOfView()
        .flatMap(id -> named(entities, id))
        .or(() -> named(entities, new EntityId("player_character")))
        .or(() -> entities.stream().filter(entity -> entity.type().equals(PLAYER)).findFirst());
  }

  private static Optional<Entity> named(List<Entity> entities, EntityId id) {
    return entities.stream().filter(entity -> entity.id().equals(id)).findFirst();
  }
}
