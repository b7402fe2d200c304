package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import quietstories.json.Json;
import quietstories.json.JsonEdit;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonString;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.ScenarioSpec;

/**
 * Finds the player among a scenario's entities, or adds one, and gives it the player's name. Nobody
 * is ever dropped.
 *
 * @param entities the whole cast
 * @param pointOfView the player's entity, always one of the cast
 * @param state the state, in which the player's name was changed where it stood
 */
record Casting(List<Entity> entities, EntityId pointOfView, JsonObject state) {

  private static final EntityId PLAYER_CHARACTER = new EntityId("player_character");
  private static final JsonPath NAME_IN_STATE = JsonPath.parse("player.name");

  static Casting of(
      ScenarioSpec spec, List<Entity> cast, JsonObject state, Optional<String> playerName) {
    Optional<Entity> found = protagonist(spec, cast, state);
    Entity before =
        found.orElseGet(
            () ->
                new Entity(
                    PLAYER_CHARACTER, "player", "Player", Optional.empty(), JsonObject.EMPTY));
    Entity after = playerName.map(before::withName).orElse(before);
    List<Entity> entities = new ArrayList<>(cast);
    if (found.isPresent()) {
      entities.set(entities.indexOf(before), after);
    } else {
      entities.addFirst(after);
    }
    return new Casting(entities, after.id(), renamed(state, before.name(), after.name()));
  }

  private static Optional<Entity> protagonist(
      ScenarioSpec spec, List<Entity> cast, JsonObject state) {
    Optional<String> named = state.text("pov_entity");
    return first(cast, e -> spec.pointOfView().filter(e.id()::equals).isPresent())
        .or(() -> first(cast, e -> named.filter(e.id().value()::equals).isPresent()))
        .or(() -> first(cast, e -> e.id().equals(PLAYER_CHARACTER)))
        .or(() -> first(cast, e -> e.type().equalsIgnoreCase("player")))
        .or(() -> first(cast, e -> e.id().value().equals("player")));
  }

  private static Optional<Entity> first(List<Entity> cast, Predicate<Entity> wanted) {
    return cast.stream().filter(wanted).findFirst();
  }

  private static JsonObject renamed(JsonObject state, String from, String to) {
    boolean stands = state.at(NAME_IN_STATE).flatMap(Json::asText).filter(from::equals).isPresent();
    return stands
            && JsonEdit.set(state, NAME_IN_STATE, new JsonString(to)) instanceof JsonEdit.Done done
            && done.root() instanceof JsonObject changed
        ? changed
        : state;
  }
}
