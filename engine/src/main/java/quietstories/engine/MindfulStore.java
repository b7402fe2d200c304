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

/** A store whose every change is followed by the minds and the turns that are kept ready. */
public final class MindfulStore implements SessionStore {

  private final SessionStore store;
  private final ReadyMinds minds;
  private final ReadyTurns turns;

  /**
   * Creates a mindful view of {@code store}.
   *
   * @param model the embedding model whose vectors count; empty without one
   */
  public MindfulStore(SessionStore store, Optional<String> model) {
    this.store = store;
    this.minds = new ReadyMinds(store, model);
    this.turns = new ReadyTurns(store);
  }

  /** Returns the minds that follow this store. */
  public ReadyMinds minds() {
    return minds;
  }

  /** Returns the last turns that follow this store. */
  ReadyTurns readyTurns() {
    return turns;
  }

  @Override
  public void append(Session after, Turn turn, MindChange change) {
    store.append(after, turn, change);
    minds.follow(after.turn() - 1, after, change);
    turns.follow(after, turn);
  }

  /** What belonged to the turn that was replaced is gone, so the mind is read anew. */
  @Override
  public void replace(Session after, Turn turn, MindChange change) {
    store.replace(after, turn, change);
    minds.forget(after.id());
    turns.forget(after.id());
  }

  /** A change of an earlier turn may have been overruled since, so the mind is read anew. */
  @Override
  public void update(Session after, int owner, MindChange change) {
    store.update(after, owner, change);
    turns.follow(after);
    if (owner == after.turn() || change.isEmpty()) {
      minds.follow(after.turn(), after, change);
    } else {
      minds.forget(after.id());
    }
  }

  @Override
  public Optional<Session> goTo(SessionId id, int turn, Instant now) {
    Optional<Session> there = store.goTo(id, turn, now);
    minds.forget(id);
    turns.forget(id);
    return there;
  }

  @Override
  public boolean delete(SessionId id) {
    minds.forget(id);
    turns.forget(id);
    return store.delete(id);
  }

  @Override
  public void create(Session session) {
    store.create(session);
  }

  @Override
  public Optional<Session> load(SessionId id) {
    return store.load(id);
  }

  @Override
  public Optional<Session> load(SessionId id, int turn) {
    return store.load(id, turn);
  }

  @Override
  public List<SessionSummary> newest(int limit) {
    return store.newest(limit);
  }

  @Override
  public List<SessionSummary> branches(SessionId id) {
    return store.branches(id);
  }

  @Override
  public int lastTurn(SessionId id) {
    return store.lastTurn(id);
  }

  @Override
  public Knowledge mind(SessionId id, int turn) {
    return store.mind(id, turn);
  }

  @Override
  public void saveVectors(SessionId id, Map<Memory, Vector> vectors) {
    store.saveVectors(id, vectors);
  }

  @Override
  public Optional<Turn> turn(SessionId id, int number) {
    return store.turn(id, number);
  }

  @Override
  public Optional<Turn> turn(SessionId id, IdempotencyKey key) {
    return store.turn(id, key);
  }

  @Override
  public List<Turn> turns(SessionId id, int from, int limit) {
    return store.turns(id, from, limit);
  }

  @Override
  public Optional<Chronicle> chronicle(SessionId id, int through) {
    return store.chronicle(id, through);
  }

  @Override
  public void restore(Chronicle chronicle) {
    store.restore(chronicle);
  }

  @Override
  public void saveTimeline(SessionId id, Turn turn, JsonObject timeline) {
    store.saveTimeline(id, turn, timeline);
  }

  @Override
  public Optional<JsonObject> timeline(SessionId id, int turn) {
    return store.timeline(id, turn);
  }
}
