package quietstories.prompt;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.Ending;
import quietstories.story.Entity;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.Turn;
import quietstories.story.Verdict;

/**
 * Everything a narrator may know when it tells a turn. What is not in here, it cannot know.
 *
 * @param session the session before the turn
 * @param history the last turns, oldest first
 * @param input what the player sent
 * @param verdict what the rules decided
 * @param state the state after the rules have acted
 * @param entities the cast after the rules have acted
 * @param offered the actions that may be chosen next
 * @param ending the ending that the rules have already brought, if any
 * @param minds what the point of view recalls and sees of others
 * @param keptFrom the first turn that the session's last prompt repeated, so that this one can
 *     begin with the same bytes; 0 if it is not known
 */
public record Scene(
    Session session,
    List<Turn> history,
    PlayerInput input,
    Verdict verdict,
    JsonObject state,
    List<Entity> entities,
    List<Action> offered,
    Optional<Ending> ending,
    Minds minds,
    int keptFrom) {

  public Scene {
    history = List.copyOf(history);
    entities = List.copyOf(entities);
    offered = List.copyOf(offered);
  }

  /** Creates a scene in which nobody recalls anything, and which continues no other. */
  public Scene(
      Session session,
      List<Turn> history,
      PlayerInput input,
      Verdict verdict,
      JsonObject state,
      List<Entity> entities,
      List<Action> offered,
      Optional<Ending> ending) {
    this(session, history, input, verdict, state, entities, offered, ending, Minds.EMPTY, 0);
  }

  /** Returns this scene with what the point of view recalls. */
  public Scene recalling(Minds newMinds) {
    return new Scene(
        session, history, input, verdict, state, entities, offered, ending, newMinds, keptFrom);
  }

  /** Returns this scene as the continuation of a prompt that began with that turn. */
  public Scene continuing(int turn) {
    return new Scene(
        session, history, input, verdict, state, entities, offered, ending, minds, turn);
  }

  /** Returns the action that the player chose, if it was one. */
  public Optional<Action> action() {
    return verdict.action().flatMap(session.spec()::action);
  }
}
