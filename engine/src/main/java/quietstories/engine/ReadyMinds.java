package quietstories.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import quietstories.memory.Embedded;
import quietstories.memory.Meaning;
import quietstories.memory.Mind;
import quietstories.story.EnrichmentTask;
import quietstories.story.Knowledge;
import quietstories.story.Memory;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.TaskId;
import quietstories.story.Vector;

/**
 * Keeps the minds of the sessions that are being played, ready for questions. A mind that was not
 * asked for lately is forgotten and read again when it is; so is one that went another way than its
 * session, as after an undo. Safe for use by many threads.
 */
public final class ReadyMinds {

  /** How many memories are kept in all, over all sessions. */
  private static final long MOST_MEMORIES = 300_000;

  private final SessionStore store;
  private final Optional<String> model;

  /** How long the model's newest vectors were, 0 before the first. */
  private volatile int dimensions;

  private final Cache<SessionId, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_MEMORIES)
          .weigher((SessionId _, Kept one) -> one.mind().size() + 100)
          .build();

  /**
   * What is known after one turn of a session, at one of its revisions.
   *
   * @param before the same after the turn before, if that was seen to pass; it shares most of its
   *     content with this
   */
  private record Kept(
      long revision,
      int turn,
      Mind mind,
      Map<TaskId, EnrichmentTask> tasks,
      Optional<Kept> before) {

    boolean isOf(Session session) {
      return revision == session.revision() && turn == session.turn();
    }

    boolean isNewerThan(Kept other) {
      return revision > other.revision || (revision == other.revision && turn > other.turn);
    }

    Kept after(Session session, MindChange change) {
      Map<TaskId, EnrichmentTask> newTasks = new LinkedHashMap<>(tasks);
      change.tasks().forEach(task -> newTasks.put(task.id(), task));
      return new Kept(
          session.revision(),
          session.turn(),
          mind.after(change).mind(),
          newTasks,
          session.turn() > turn ? Optional.of(alone()) : before);
    }

    /** Returns what is known after the turn of an earlier session at the same revision. */
    Optional<Kept> earlier(Session session) {
      return before.filter(b -> revision == session.revision() && b.turn == session.turn());
    }

    Kept with(UnaryOperator<Mind> more) {
      return new Kept(revision, turn, more.apply(mind), tasks, before);
    }

    private Kept alone() {
      return new Kept(revision, turn, mind, tasks, Optional.empty());
    }
  }

  /**
   * Creates minds that are read from {@code store}.
   *
   * @param model the embedding model whose vectors count; those of others are left aside
   */
  ReadyMinds(SessionStore store, Optional<String> model) {
    this.store = store;
    this.model = model;
  }

  /** Returns what the session's cast knows and feels as the session stands. */
  public Mind of(Session session) {
    return at(session).mind();
  }

  /** Returns what is still to be worked out, and what was, in the order in which it came up. */
  public List<EnrichmentTask> tasks(Session session) {
    return List.copyOf(at(session).tasks().values());
  }

  /** Returns how many sessions' minds are ready now. */
  public long ready() {
    return kept.estimatedSize();
  }

  private Kept at(Session session) {
    Kept known = kept.getIfPresent(session.id());
    if (known != null && known.isOf(session)) {
      return known;
    }
    // why: what follows a turn often comes when the next one was played already.
    Optional<Kept> earlier = Optional.ofNullable(known).flatMap(k -> k.earlier(session));
    return earlier.orElseGet(() -> readAndKeep(session));
  }

  private Kept readAndKeep(Session session) {
    Kept read = read(session);
    // why: what was stored while this was read may or may not be in it.
    if (store.load(session.id()).filter(now -> now.revision() == session.revision()).isPresent()) {
      kept.asMap().merge(session.id(), read, (a, b) -> a.isNewerThan(b) ? a : b);
    }
    return read;
  }

  private Kept read(Session session) {
    Knowledge all = store.mind(session.id(), session.turn());
    Map<TaskId, EnrichmentTask> tasks = new LinkedHashMap<>();
    all.tasks().forEach(task -> tasks.put(task.id(), task));
    Mind mind = Mind.of(all.memories(), all.relationships(), all.feelings()).with(embedded(all));
    return new Kept(session.revision(), session.turn(), mind, tasks, Optional.empty());
  }

  /** Vectors of another model, or of another length than it has now, do not count. */
  private List<Embedded> embedded(Knowledge all) {
    List<Embedded> embedded = new ArrayList<>();
    int length = dimensions;
    for (Memory memory : all.memories().reversed()) {
      Vector vector = all.vectors().get(memory.id());
      if (vector != null
          && model.equals(Optional.of(vector.model()))
          && (length == 0 || length == vector.dimension())
          && Meaning.isPossible(vector.values())) {
        length = vector.dimension();
        embedded.add(new Embedded(memory.id(), memory.content(), Meaning.of(vector.values())));
      }
    }
    return embedded.reversed();
  }

  /**
   * Follows a change that was stored and that led from turn {@code from} to {@code after}; a mind
   * that stands elsewhere is forgotten.
   */
  void follow(int from, Session after, MindChange change) {
    kept.asMap()
        .computeIfPresent(
            after.id(),
            (_, old) ->
                old.isOf(after)
                    ? old
                    : old.revision() == after.revision() - 1 && old.turn() == from
                        ? old.after(after, change)
                        : null);
  }

  /** Takes in what memories mean; what is no memory of the session any more is passed over. */
  void learn(SessionId id, List<Embedded> embedded) {
    Meaning newest = embedded.getFirst().meaning();
    dimensions = newest.dimensions();
    kept.asMap()
        .computeIfPresent(
            id, (_, old) -> old.mind().fits(newest) ? old.with(mind -> mind.with(embedded)) : null);
  }

  /**
   * Returns the meaning of a question if it can be compared with what is known of the session's
   * memories. If it cannot, the model has changed its vectors under its name, and those that are
   * known count no more.
   */
  Optional<Meaning> comparable(Session session, Optional<Meaning> question) {
    Optional<Meaning> fitting = question.filter(of(session)::fits);
    if (question.isPresent() && fitting.isEmpty()) {
      dimensions = question.get().dimensions();
      forget(session.id());
    }
    return fitting;
  }

  void forget(SessionId id) {
    kept.invalidate(id);
  }
}
