package quietstories.story;

import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * How things stand in a story after one of its turns, or before the first. One is kept for every
 * turn, so going back is a matter of pointing at an earlier one.
 *
 * @param turn the number of turns that were played, 0 at the beginning
 * @param state what is true in the world
 * @param entities the cast
 * @param pointOfView the entity through whose eyes the story is told
 * @param worldBackground the text that introduces the world, if there is one
 * @param notes what its operator should know, such as a background that could not be written
 * @param ending how the story ended, if it has
 * @param suggestedActions what the player might do next, in words
 * @param summary what came before, in few words, if somebody has written it
 */
public record Moment(
    int turn,
    JsonObject state,
    List<Entity> entities,
    EntityId pointOfView,
    Optional<String> worldBackground,
    List<String> notes,
    Optional<Ending> ending,
    List<String> suggestedActions,
    Optional<StorySoFar> summary) {

  public Moment {
    entities = List.copyOf(entities);
    notes = List.copyOf(notes);
    suggestedActions = List.copyOf(suggestedActions);
    if (turn < 0) {
      throw new InvalidStory("turn", "must be 0 or above, not " + turn);
    }
  }

  /** Returns the moment before the first turn. */
  public static Moment beginning(
      JsonObject state,
      List<Entity> entities,
      EntityId pointOfView,
      Optional<String> worldBackground,
      List<String> notes,
      List<String> suggestedActions) {
    return new Moment(
        0,
        state,
        entities,
        pointOfView,
        worldBackground,
        notes,
        Optional.empty(),
        suggestedActions,
        Optional.empty());
  }

  /** Returns the moment after {@code played}, which left the state and the cast as given. */
  public Moment after(Turn played, JsonObject newState, List<Entity> newEntities) {
    return new Moment(
        played.number(),
        newState,
        newEntities,
        pointOfView,
        worldBackground,
        notes,
        played.ending(),
        played.outcome().suggestedActions(),
        summary);
  }

  /** Returns this moment with other backgrounds and notes. */
  public Moment withBackgrounds(
      Optional<String> newWorld, List<Entity> newEntities, List<String> newNotes) {
    return new Moment(
        turn,
        state,
        newEntities,
        pointOfView,
        newWorld,
        newNotes,
        ending,
        suggestedActions,
        summary);
  }

  /** Returns this moment with another state. */
  public Moment withState(JsonObject newState) {
    return new Moment(
        turn,
        newState,
        entities,
        pointOfView,
        worldBackground,
        notes,
        ending,
        suggestedActions,
        summary);
  }

  /** Returns this moment with those suggestions. */
  public Moment withSuggestedActions(List<String> suggestions) {
    return new Moment(
        turn, state, entities, pointOfView, worldBackground, notes, ending, suggestions, summary);
  }

  /** Returns this moment with that summary. */
  public Moment withSummary(StorySoFar newSummary) {
    return new Moment(
        turn,
        state,
        entities,
        pointOfView,
        worldBackground,
        notes,
        ending,
        suggestedActions,
        Optional.of(newSummary));
  }

  /** Returns the whole moment as JSON, from which {@link #from} makes an equal one. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("turn", turn)
        .put("state", state)
        .put("entities", new JsonArray(entities.stream().<Json>map(Entity::toJson).toList()))
        .put("point_of_view", pointOfView.value())
        .putText("world_background", worldBackground)
        .put("notes", JsonArray.ofTexts(notes))
        .putOrNull("ending", ending.map(Ending::toJson))
        .put("suggested_actions", JsonArray.ofTexts(suggestedActions))
        .putOrNull("summary", summary.map(StorySoFar::toJson))
        .build();
  }

  /**
   * Reads the form that {@link #toJson} writes.
   *
   * @throws InvalidStory if it is not that
   */
  public static Moment from(JsonObject json) {
    return new Moment(
        Required.count(json, "turn"),
        Required.object(json, "state"),
        Required.list(json, "entities", Entity::from),
        new EntityId(Required.text(json, "point_of_view")),
        Required.textOrNull(json, "world_background"),
        Required.texts(json, "notes"),
        Required.partOrNull(json, "ending", Ending::from),
        Required.texts(json, "suggested_actions"),
        Required.partOrNull(json, "summary", StorySoFar::from));
  }
}
