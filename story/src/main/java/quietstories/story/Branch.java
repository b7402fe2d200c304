package quietstories.story;

import java.util.Optional;

/**
 * Where a session's story parted from another one's.
 *
 * @param parent the session in which it began, which may be gone by now
 * @param fromTurn the last turn that both share, 0 if they share the beginning alone
 * @param name what the player calls it
 */
public record Branch(SessionId parent, int fromTurn, Optional<String> name) {

  public Branch {
    if (fromTurn < 0) {
      throw new InvalidStory("from_turn", "must be 0 or above, not " + fromTurn);
    }
  }
}
