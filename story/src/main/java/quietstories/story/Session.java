package quietstories.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * A story that is being played, as it stands after its last turn. The turns themselves are kept
 * apart.
 *
 * @param seed together with a turn's number it decides every die of that turn
 * @param spec the rules it is played by, which never change
 * @param state what is true in the world now
 * @param entities the cast
 * @param pointOfView the entity through whose eyes the story is told
 * @param worldBackground the text that introduces the world, if there is one
 * @param notes what its operator should know, such as a background that could not be written
 * @param status whether the story goes on
 * @param ending how it ended, present unless it is active
 * @param turn the number of turns that were played
 * @param revision grows with every stored change
 * @param suggestedActions what the player might do next, in words
 */
public record Session(
    SessionId id,
    ScenarioId scenarioId,
    long seed,
    ScenarioSpec spec,
    JsonObject state,
    List<Entity> entities,
    EntityId pointOfView,
    Optional<String> worldBackground,
    List<String> notes,
    SessionStatus status,
    Optional<Ending> ending,
    int turn,
    long revision,
    List<String> suggestedActions,
    Instant createdAt,
    Instant updatedAt) {

  public Session {
    entities = List.copyOf(entities);
    notes = List.copyOf(notes);
    suggestedActions = List.copyOf(suggestedActions);
    if (ending.isPresent() == (status == SessionStatus.ACTIVE)) {
      throw new InvalidStory("ending", "a session has an ending if and only if it is over");
    }
  }

  /** Returns the entity through whose eyes the story is told, if it is still in the cast. */
  public Optional<Entity> protagonist() {
    return entities.stream().filter(entity -> entity.id().equals(pointOfView)).findFirst();
  }

  /** Returns this session after {@code played}, which left the state and the cast as given. */
  public Session after(Turn played, JsonObject newState, List<Entity> newEntities) {
    return new Session(
        id,
        scenarioId,
        seed,
        spec,
        newState,
        newEntities,
        pointOfView,
        worldBackground,
        notes,
        played.ending().map(e -> e.kind().status()).orElse(SessionStatus.ACTIVE),
        played.ending(),
        played.number(),
        revision + 1,
        played.outcome().suggestedActions(),
        createdAt,
        played.timestamp());
  }

  /** Returns this session with other backgrounds and notes, one revision later. */
  public Session withBackgrounds(
      Optional<String> newWorld, List<Entity> newEntities, List<String> newNotes, Instant now) {
    return new Session(
        id,
        scenarioId,
        seed,
        spec,
        state,
        newEntities,
        pointOfView,
        newWorld,
        newNotes,
        status,
        ending,
        turn,
        revision + 1,
        suggestedActions,
        createdAt,
        now);
  }
}
