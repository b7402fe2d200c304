package quietstories.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import quietstories.json.JsonObject;
import quietstories.story.Chronicle;
import quietstories.story.IdempotencyKey;
import quietstories.story.Knowledge;
import quietstories.story.Memory;
import quietstories.story.MindChange;
import quietstories.story.Moment;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;
import quietstories.story.Vector;

/** Keeps sessions as long as the process lives. One lock serves all: it is for tests. */
public final class InMemorySessionStore implements SessionStore {

  /** All that belongs to one session; what lies beyond its last turn was taken back. */
  private static final class Kept {

    private Session session;
    private final List<Turn> turns = new ArrayList<>();
    private final TreeMap<Integer, Moment> moments = new TreeMap<>();
    private final Map<Integer, JsonObject> timelines = new HashMap<>();
    private final KeptMind mind = new KeptMind();

    private Kept(Session session) {
      stand(session);
    }

    private void stand(Session at) {
      session = at;
      moments.put(at.turn(), at.moment());
    }

    private List<Turn> played() {
      return turns.subList(0, session.turn());
    }

    private void forgetAfter(int turn) {
      turns.subList(turn, turns.size()).clear();
      moments.tailMap(turn, false).clear();
      timelines.keySet().removeIf(number -> number > turn);
      mind.forgetAfter(turn);
    }

    private void play(Session after, Turn turn, MindChange change) {
      int next = turn.number();
      if (turn.input().key().filter(key -> knows(key, next - 1)).isPresent()) {
        throw new IllegalArgumentException("a turn was stored under the same key already");
      }
      forgetAfter(next - 1);
      turns.add(turn);
      stand(after);
      mind.change(next, change);
    }

    private boolean knows(IdempotencyKey key, int through) {
      return turns.subList(0, through).stream()
          .anyMatch(turn -> turn.input().key().equals(Optional.of(key)));
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
  public synchronized Optional<Session> load(SessionId id, int turn) {
    return kept(id)
        .filter(kept -> turn <= kept.session.turn())
        .flatMap(kept -> Optional.ofNullable(kept.moments.get(turn)).map(m -> at(kept, m)));
  }

  private static Session at(Kept kept, Moment moment) {
    Session now = kept.session;
    return new Session(now.id(), now.premise(), moment, now.revision(), now.updatedAt());
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
  public synchronized List<SessionSummary> branches(SessionId id) {
    Predicate<Session> ofIt =
        session -> session.premise().branch().filter(b -> b.parent().equals(id)).isPresent();
    return sessions.values().stream()
        .map(kept -> kept.session)
        .filter(ofIt)
        .map(InMemorySessionStore::summary)
        .toList();
  }

  @Override
  public synchronized void append(Session after, Turn turn, MindChange change) {
    Kept kept = expecting(after);
    int next = kept.session.turn() + 1;
    if (turn.number() != next || after.turn() != next) {
      throw new IllegalArgumentException("the next turn is " + next + ", not " + turn.number());
    }
    kept.play(after, turn, change);
  }

  @Override
  public synchronized void replace(Session after, Turn turn, MindChange change) {
    Kept kept = expecting(after);
    int last = kept.session.turn();
    if (turn.number() != last || after.turn() != last) {
      throw new IllegalArgumentException("the last turn is " + last + ", not " + turn.number());
    }
    kept.play(after, turn, change);
  }

  @Override
  public synchronized void update(Session after, int owner, MindChange change) {
    Kept kept = expecting(after);
    if (after.turn() != kept.session.turn()) {
      throw new IllegalArgumentException("an update must not change the number of turns");
    }
    if (owner < 0 || owner > after.turn()) {
      throw new IllegalArgumentException("there is no turn " + owner);
    }
    kept.stand(after);
    kept.mind.change(owner, change);
  }

  @Override
  public synchronized Optional<Session> goTo(SessionId id, int turn, Instant now) {
    Optional<Kept> there = kept(id).filter(kept -> kept.moments.containsKey(turn));
    there.ifPresent(kept -> kept.session = kept.session.changed(kept.moments.get(turn), now));
    return there.map(kept -> kept.session);
  }

  @Override
  public synchronized int lastTurn(SessionId id) {
    return kept(id).map(kept -> kept.turns.size()).orElse(0);
  }

  @Override
  public synchronized Knowledge mind(SessionId id, int turn) {
    return kept(id).map(kept -> kept.mind.at(turn)).orElse(Knowledge.EMPTY);
  }

  @Override
  public synchronized void saveVectors(SessionId id, Map<Memory, Vector> vectors) {
    kept(id).ifPresent(kept -> vectors.forEach(kept.mind::embed));
  }

  @Override
  public synchronized Optional<Turn> turn(SessionId id, int number) {
    return turns(id, number, 1).stream().filter(turn -> turn.number() == number).findFirst();
  }

  @Override
  public synchronized Optional<Turn> turn(SessionId id, IdempotencyKey key) {
    return kept(id).stream()
        .flatMap(kept -> kept.played().stream())
        .filter(turn -> turn.input().key().equals(Optional.of(key)))
        .findFirst();
  }

  @Override
  public synchronized List<Turn> turns(SessionId id, int from, int limit) {
    return kept(id).stream()
        .flatMap(kept -> kept.played().stream())
        .filter(turn -> turn.number() >= from)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Chronicle> chronicle(SessionId id, int through) {
    return load(id, through)
        .map(
            session -> {
              Kept kept = sessions.get(id);
              return new Chronicle(
                  session,
                  List.copyOf(kept.moments.headMap(through, true).values()),
                  List.copyOf(kept.turns.subList(0, through)),
                  kept.mind.memories(through),
                  kept.mind.relationships(through),
                  kept.mind.feelings(through),
                  kept.mind.tasks(through));
            });
  }

  @Override
  public synchronized void restore(Chronicle chronicle) {
    create(chronicle.session());
    Kept kept = sessions.get(chronicle.session().id());
    kept.turns.addAll(chronicle.turns());
    chronicle.moments().forEach(moment -> kept.moments.put(moment.turn(), moment));
    kept.mind.restore(chronicle);
  }

  @Override
  public synchronized boolean delete(SessionId id) {
    return Optional.ofNullable(sessions.remove(id)).isPresent();
  }

  @Override
  public synchronized void saveTimeline(SessionId id, Turn turn, JsonObject timeline) {
    kept(id)
        .filter(kept -> kept.turns.contains(turn))
        .ifPresent(kept -> kept.timelines.put(turn.number(), timeline));
  }

  @Override
  public synchronized Optional<JsonObject> timeline(SessionId id, int turn) {
    return kept(id)
        .filter(kept -> turn <= kept.session.turn())
        .flatMap(kept -> Optional.ofNullable(kept.timelines.get(turn)));
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
        session.updatedAt(),
        session.premise().branch());
  }
}
