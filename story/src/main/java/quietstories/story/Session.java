package quietstories.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;

/**
 * A story that is being played, as it stands after its last turn. The turns themselves are kept
 * apart.
 *
 * @param premise what never changes
 * @param moment how things stand now
 * @param revision grows with every stored change, also with one that goes back
 */
public record Session(
    SessionId id, Premise premise, Moment moment, long revision, Instant updatedAt) {

  /** Returns a session that begins at {@code moment} and was never changed. */
  public static Session begun(SessionId id, Premise premise, Moment moment) {
    return new Session(id, premise, moment, 0, premise.createdAt());
  }

  /** Returns the scenario that it was begun with, which may be gone. */
  public ScenarioId scenarioId() {
    return premise.scenarioId();
  }

  /** Returns the number that, with a turn's own, decides every die of that turn. */
  public long seed() {
    return premise.seed();
  }

  /** Returns the rules that it is played by. */
  public ScenarioSpec spec() {
    return premise.spec();
  }

  /** Returns what is true in the world now. */
  public JsonObject state() {
    return moment.state();
  }

  /** Returns the cast. */
  public List<Entity> entities() {
    return moment.entities();
  }

  /** Returns the entity through whose eyes the story is told. */
  public EntityId pointOfView() {
    return moment.pointOfView();
  }

  /** Returns the text that introduces the world, if there is one. */
  public Optional<String> worldBackground() {
    return moment.worldBackground();
  }

  /** Returns what its operator should know. */
  public List<String> notes() {
    return moment.notes();
  }

  /** Returns whether the story goes on. */
  public SessionStatus status() {
    return ending().map(ending -> ending.kind().status()).orElse(SessionStatus.ACTIVE);
  }

  /** Returns how it ended, present unless it is active. */
  public Optional<Ending> ending() {
    return moment.ending();
  }

  /** Returns the number of turns that were played. */
  public int turn() {
    return moment.turn();
  }

  /** Returns what the player might do next, in words. */
  public List<String> suggestedActions() {
    return moment.suggestedActions();
  }

  /** Returns the story so far in few words, if somebody has written it. */
  public Optional<StorySoFar> summary() {
    return moment.summary();
  }

  /** Returns when it was begun. */
  public Instant createdAt() {
    return premise.createdAt();
  }

  /** Returns the entity through whose eyes the story is told, if it is still in the cast. */
  public Optional<Entity> protagonist() {
    return entities().stream().filter(entity -> entity.id().equals(pointOfView())).findFirst();
  }

  /** Returns this session after {@code played}, which left the state and the cast as given. */
  public Session after(Turn played, JsonObject newState, List<Entity> newEntities) {
    return changed(moment.after(played, newState, newEntities), played.timestamp());
  }

  /** Returns this session with other backgrounds and notes, one revision later. */
  public Session withBackgrounds(
      Optional<String> newWorld, List<Entity> newEntities, List<String> newNotes, Instant now) {
    return changed(moment.withBackgrounds(newWorld, newEntities, newNotes), now);
  }

  /** Returns this session with that summary, one revision later. */
  public Session withSummary(StorySoFar summary, Instant now) {
    return changed(moment.withSummary(summary), now);
  }

  /** Returns this session at that moment, one revision later; with its own if nothing else is. */
  public Session changed(Moment newMoment, Instant now) {
    return new Session(id, premise, newMoment, revision + 1, now);
  }
}
