package quietstories.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.stream.Stream;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/**
 * Keeps the last turns of the sessions that are being played, so that a turn need not read its
 * history anew. What was kept counts at the session's revision alone: after a change that was not
 * followed, another process's too, the turns are read again. Safe for use by many threads.
 */
final class ReadyTurns {

  /** How many turns are kept of one session, and in all. */
  private static final int MOST = 60;

  private static final long MOST_IN_ALL = 6_000;

  private final SessionStore store;
  private final Cache<SessionId, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_IN_ALL)
          .weigher((SessionId _, Kept one) -> one.turns().size() + 1)
          .build();

  /** The turns up to that of a session at one of its revisions, the last of them at the end. */
  private record Kept(long revision, int turn, List<Turn> turns) {

    boolean isBefore(Session after) {
      return revision == after.revision() - 1;
    }

    Kept with(Session after, Turn next) {
      List<Turn> all = Stream.concat(turns.stream(), Stream.of(next)).toList();
      int out = Math.max(0, all.size() - MOST);
      return new Kept(after.revision(), after.turn(), List.copyOf(all.subList(out, all.size())));
    }
  }

  ReadyTurns(SessionStore store) {
    this.store = store;
  }

  /** Returns the last {@code most} turns of the session as it stands, or all if it has fewer. */
  List<Turn> last(Session session, int most) {
    int wanted = Math.clamp(most, 0, session.turn());
    Kept known = kept.getIfPresent(session.id());
    if (known != null
        && known.revision() == session.revision()
        && known.turn() == session.turn()
        && known.turns().size() >= wanted) {
      return known.turns().subList(known.turns().size() - wanted, known.turns().size());
    }
    List<Turn> read = store.turns(session.id(), session.turn() - wanted + 1, wanted);
    kept.put(session.id(), new Kept(session.revision(), session.turn(), List.copyOf(read)));
    return read;
  }

  /** Follows a turn that was stored behind those that are kept. */
  void follow(Session after, Turn turn) {
    kept.asMap()
        .computeIfPresent(
            after.id(),
            (_, old) ->
                old.isBefore(after) && old.turn() == turn.number() - 1
                    ? old.with(after, turn)
                    : null);
  }

  /** Follows a change that left the turns as they were. */
  void follow(Session after) {
    kept.asMap()
        .computeIfPresent(
            after.id(),
            (_, old) ->
                old.isBefore(after) && old.turn() == after.turn()
                    ? new Kept(after.revision(), old.turn(), old.turns())
                    : null);
  }

  void forget(SessionId id) {
    kept.invalidate(id);
  }
}
