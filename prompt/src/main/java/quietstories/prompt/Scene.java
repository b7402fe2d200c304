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
 */
public record Scene(
    Session session,
    List<Turn> history,
    PlayerInput input,
    Verdict verdict,
    JsonObject state,
    List<Entity> entities,
    List<Action> offered,
    Optional<Ending> ending) {

  public Scene {
    history = List.copyOf(history);
    entities = List.copyOf(entities);
    offered = List.copyOf(offered);
  }

  /** Returns the action that the player chose, if it was one. */
  public Optional<Action> action() {
    return verdict.action().flatMap(session.spec()::action);
  }
}
