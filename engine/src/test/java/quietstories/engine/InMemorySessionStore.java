package quietstories.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quietstories.json.JsonObject;
import quietstories.story.IdempotencyKey;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/** Keeps sessions as long as the process lives. One lock serves all: it is for tests. */
public final class InMemorySessionStore implements SessionStore {

  /** All that belongs to one session. */
  private static final class Kept {

    private Session session;
    private final List<Turn> turns = new ArrayList<>();
    private final Map<Integer, JsonObject> timelines = new HashMap<>();

    private Kept(Session session) {
      this.session = session;
    }

    private boolean knows(IdempotencyKey key) {
      return turns.stream().anyMatch(turn -> turn.input().key().equals(Optional.of(key)));
    }
  }

  private final Map<SessionId, Kept> sessions = new LinkedHashMap<>();

  @Override
  public synchronized void create(Session session) {
    if (sessions.containsKey(session.id())) {
      throw new IllegalArgumentException("the session " + session.id() + " exists already");
    }
    sessions.put(session.id(), new Kept(session));
  }

  @Override
  public synchronized Optional<Session> load(SessionId id) {
    return kept(id).map(kept -> kept.session);
  }

  @Override
  public synchronized List<SessionSummary> newest(int limit) {
    List<Kept> all = new ArrayList<>(sessions.values());
    // why: the sort is stable, so of two that changed at the same time the younger one comes first.
    Collections.reverse(all);
    return all.stream()
        .map(kept -> summary(kept.session))
        .sorted(Comparator.comparing(SessionSummary::updatedAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void append(Session after, Turn turn) {
    Kept kept = expecting(after);
    int next = kept.turns.size() + 1;
    if (turn.number() != next || after.turn() != next) {
      throw new IllegalArgumentException("the next turn is " + next + ", not " + turn.number());
    }
    if (turn.input().key().filter(kept::knows).isPresent()) {
      throw new IllegalArgumentException("a turn was stored under the same key already");
    }
    kept.turns.add(turn);
    kept.session = after;
  }

  @Override
  public synchronized void update(Session after) {
    Kept kept = expecting(after);
    if (after.turn() != kept.turns.size()) {
      throw new IllegalArgumentException("an update must not change the number of turns");
    }
    kept.session = after;
  }

  @Override
  public synchronized Optional<Turn> turn(SessionId id, int number) {
    return turns(id, number, 1).stream().filter(turn -> turn.number() == number).findFirst();
  }

  @Override
  public synchronized Optional<Turn> turn(SessionId id, IdempotencyKey key) {
    return kept(id).stream()
        .flatMap(kept -> kept.turns.stream())
        .filter(turn -> turn.input().key().equals(Optional.of(key)))
        .findFirst();
  }

  @Override
  public synchronized List<Turn> turns(SessionId id, int from, int limit) {
    return kept(id).stream()
        .flatMap(kept -> kept.turns.stream())
        .filter(turn -> turn.number() >= from)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean delete(SessionId id) {
    return Optional.ofNullable(sessions.remove(id)).isPresent();
  }

  @Override
  public synchronized void saveTimeline(SessionId id, int turn, JsonObject timeline) {
    kept(id)
        .filter(kept -> turn >= 1 && turn <= kept.turns.size())
        .ifPresent(kept -> kept.timelines.put(turn, timeline));
  }

  @Override
  public synchronized Optional<JsonObject> timeline(SessionId id, int turn) {
    return kept(id).flatMap(kept -> Optional.ofNullable(kept.timelines.get(turn)));
  }

  private Optional<Kept> kept(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  private Kept expecting(Session after) {
    return kept(after.id())
        .filter(kept -> kept.session.revision() + 1 == after.revision())
        .orElseThrow(RevisionConflict::new);
  }

  private static SessionSummary summary(Session session) {
    return new SessionSummary(
        session.id(),
        session.scenarioId(),
        session.turn(),
        session.status(),
        session.createdAt(),
        session.updatedAt());
  }
}
