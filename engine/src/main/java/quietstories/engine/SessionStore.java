package quietstories.engine;

import java.util.List;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.IdempotencyKey;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/**
 * Where sessions and their turns are kept. Every method is atomic and safe for use by many threads;
 * what a method has stored survives the end of the process once it has returned.
 */
public interface SessionStore {

  /** Stores a new session, which has no turns yet. */
  void create(Session session);

  /** Returns the session as it stands after its last stored change. */
  Optional<Session> load(SessionId id);

  /** Returns the sessions that changed last, newest first, at most {@code limit}. */
  List<SessionSummary> newest(int limit);

  /**
   * Stores a turn together with the session that it leaves, all or nothing.
   *
   * @param after the session after the turn; its revision is the stored one plus 1
   * @throws RevisionConflict if the stored session has another revision by now, or is gone; nothing
   *     is stored then
   */
  void append(Session after, Turn turn);

  /**
   * Stores a change of the session that is no turn, all or nothing.
   *
   * @throws RevisionConflict as for {@link #append}
   */
  void update(Session after);

  /** Returns one turn, counted from 1. */
  Optional<Turn> turn(SessionId id, int number);

  /** Returns the turn that was played for an input with that key. */
  Optional<Turn> turn(SessionId id, IdempotencyKey key);

  /** Returns turns in order, from {@code from} (1 is the first) and at most {@code limit}. */
  List<Turn> turns(SessionId id, int from, int limit);

  /** Deletes the session with all that belongs to it; returns whether it existed. */
  boolean delete(SessionId id);

  /** Stores the timeline of a turn, or replaces it; nothing happens if the turn is gone. */
  void saveTimeline(SessionId id, int turn, JsonObject timeline);

  /** Returns the timeline of a turn, if it was written. */
  Optional<JsonObject> timeline(SessionId id, int turn);
}
