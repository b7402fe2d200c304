package quietstories.engine;

import java.util.List;
import java.util.Optional;
import quietstories.story.Action;
import quietstories.story.Session;
import quietstories.story.Turn;

/**
 * A turn that is stored.
 *
 * @param session the session after it
 * @param turn the turn
 * @param available the actions that may be chosen next; none once the story is over
 * @param timing where its time went; empty for a replayed turn whose timeline was lost
 * @param replayed whether it had been played before and was only looked up
 */
public record PlayedTurn(
    Session session,
    Turn turn,
    List<Action> available,
    Optional<TurnTiming> timing,
    boolean replayed) {

  public PlayedTurn {
    available = List.copyOf(available);
  }
}
