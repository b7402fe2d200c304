package quietstories.metrics;

import java.util.LinkedHashMap;
import java.util.Optional;
import quietstories.story.SessionId;

/** The tallies of the sessions that were played last; the longest unused one goes first. */
final class SessionTallies {

  private static final int SESSIONS = 100;
  private static final int NAMES = 20;

  private final LinkedHashMap<SessionId, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true);

  synchronized Tally of(SessionId session) {
    Tally tally = tallies.computeIfAbsent(session, _ -> new Tally(NAMES));
    if (tallies.size() > SESSIONS) {
      tallies.pollFirstEntry();
    }
    return tally;
  }

  synchronized Optional<Tally> known(SessionId session) {
    return Optional.ofNullable(tallies.get(session));
  }
}
