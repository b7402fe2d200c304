package quietstories.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.Chronicle;
import quietstories.story.IdempotencyKey;
import quietstories.story.Knowledge;
import quietstories.story.Memory;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;
import quietstories.story.Vector;

/**
 * Where sessions and their turns are kept. Every method is atomic and safe for use by many threads;
 * what a method has stored survives the end of the process once it has returned.
 *
 * <p>A session's turns stand in a row, and the session points at one of them: where it stands now.
 * Going back moves the pointer and keeps what lies beyond it, until a new turn takes its place.
 * What lies beyond the pointer shows nowhere. A change of minds belongs to a turn and holds from
 * there on, until a later one says otherwise.
 */
public interface SessionStore {

  /** Stores a new session, which has no turns yet. */
  void create(Session session);

  /** Returns the session as it stands after its last stored change. */
  Optional<Session> load(SessionId id);

  /**
   * Returns the session as it stood after that turn, with its present revision; empty if it has
   * fewer turns, or if how it stood then was not kept.
   */
  Optional<Session> load(SessionId id, int turn);

  /** Returns the sessions that changed last, newest first, at most {@code limit}. */
  List<SessionSummary> newest(int limit);

  /** Returns the sessions that branched off from this one, the oldest first. */
  List<SessionSummary> branches(SessionId id);

  /**
   * Stores a turn together with the session that it leaves, all or nothing. Turns that were taken
   * back are forgotten.
   *
   * @param after the session after the turn; its revision is the stored one plus 1
   * @param change what the turn changed in the minds of the cast
   * @throws RevisionConflict if the stored session has another revision by now, or is gone; nothing
   *     is stored then
   */
  void append(Session after, Turn turn, MindChange change);

  /**
   * Stores a turn in the place of the last one, with which all goes that belonged to it.
   *
   * @param after the session after the new turn
   * @throws RevisionConflict as for {@link #append}
   */
  void replace(Session after, Turn turn, MindChange change);

  /**
   * Stores a change of the session that is no turn, all or nothing.
   *
   * @param owner the turn to which the change of minds belongs, at most the session's last
   * @throws RevisionConflict as for {@link #append}
   */
  void update(Session after, int owner, MindChange change);

  /** Stores a change that belongs to the session's last turn. */
  default void update(Session after, MindChange change) {
    update(after, after.turn(), change);
  }

  /**
   * Goes back or forward to how the session stood after that turn, which is one revision more, and
   * returns it. Going there costs the same from anywhere.
   *
   * @return empty if there is no such session or turn, or if how it stood then was not kept
   */
  Optional<Session> goTo(SessionId id, int turn, Instant now);

  /** Returns the number of the last turn to which one can go, 0 if there is no such session. */
  int lastTurn(SessionId id);

  /**
   * Returns what the cast knows and feels after that turn, which may be an earlier one; nobody
   * knows anything in a session that does not exist.
   */
  Knowledge mind(SessionId id, int turn);

  /**
   * Keeps the meanings of memories. That is no change: no revision comes of it. What is no memory
   * of the session any more, or has another content by now, is passed over.
   */
  void saveVectors(SessionId id, Map<Memory, Vector> vectors);

  /** Returns one turn, counted from 1. */
  Optional<Turn> turn(SessionId id, int number);

  /** Returns the turn that was played for an input with that key. */
  Optional<Turn> turn(SessionId id, IdempotencyKey key);

  /** Returns turns in order, from {@code from} (1 is the first) and at most {@code limit}. */
  List<Turn> turns(SessionId id, int from, int limit);

  /** Returns everything of the session up to that turn, if it has so many. */
  Optional<Chronicle> chronicle(SessionId id, int through);

  /** Stores a whole session with all that came before, under an id that is new. */
  void restore(Chronicle chronicle);

  /**
   * Deletes the session with all that belongs to it; returns whether it existed. Its branches stay.
   */
  boolean delete(SessionId id);

  /** Stores the timeline of a turn, or replaces it; nothing happens if the turn is gone. */
  void saveTimeline(SessionId id, Turn turn, JsonObject timeline);

  /** Returns the timeline of a turn, if it was written. */
  Optional<JsonObject> timeline(SessionId id, int turn);
}
