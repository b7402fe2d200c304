package quietstories.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quietstories.memory.Admission;
import quietstories.memory.Cast;
import quietstories.memory.Consolidated;
import quietstories.memory.Finding;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.memory.Recollection;
import quietstories.memory.SearchMode;
import quietstories.memory.Wish;
import quietstories.model.Cancellation;
import quietstories.story.EnrichmentTask;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.Session;
import quietstories.story.SessionId;

/** What is remembered in a session, for those who look at it from outside the story. */
public final class Memories {

  /** How long a search waits for the meaning of its words. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MindfulStore store;
  private final SessionMailbox mailbox;
  private final Scribe scribe;
  private final Embedder embedder;
  private final Upkeep upkeep;
  private final Consolidating consolidating;
  private final TurnTime time;

  /** Creates the view of one engine's memories. */
  Memories(
      MindfulStore store,
      SessionMailbox mailbox,
      Scribe scribe,
      Embedder embedder,
      Upkeep upkeep,
      Consolidating consolidating,
      TurnTime time) {
    this.store = store;
    this.mailbox = mailbox;
    this.scribe = scribe;
    this.embedder = embedder;
    this.upkeep = upkeep;
    this.consolidating = consolidating;
    this.time = time;
  }

  /** Returns what the session's cast knows and feels now, or fails with UNKNOWN_SESSION. */
  public Mind mind(SessionId id) {
    return mind(Loading.session(store, id));
  }

  /** Returns what the session's cast knows and feels as the session stands. */
  public Mind mind(Session session) {
    return store.minds().of(session);
  }

  /** Returns by what names the session's entities are known. */
  public Cast cast(Session session) {
    return Cast.of(session.entities());
  }

  /** Returns what is still to be worked out in the session, and what was. */
  public List<EnrichmentTask> tasks(Session session) {
    return store.minds().tasks(session);
  }

  /** Returns the name of the model that tells what memories mean, if there is one. */
  public Optional<String> embeddingModel() {
    return embedder.model();
  }

  /** Returns the short name of whoever tells what memories mean, if anybody does. */
  public Optional<String> embeddingProvider() {
    return embedder.provider();
  }

  /** Returns how the meanings of earlier questions are used. */
  public CacheUse questionCache() {
    return embedder.use();
  }

  /**
   * Forgets the meanings of earlier questions and returns how many there were. Nothing is found
   * otherwise for that; the next question takes a little longer.
   */
  public long clearQuestionCache() {
    return embedder.forget();
  }

  /** Returns how many sessions' minds are kept ready. */
  public long mindsReady() {
    return store.minds().ready();
  }

  /**
   * Has memories remembered, each as a whole or not at all, and returns what became of each once
   * they can be found.
   */
  public List<Admission<Memory>> add(SessionId id, List<Wish> wishes) {
    Scribe.Written written;
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session session = Loading.session(store, id);
      written =
          scribe.write(session, session.entities(), session.turn(), MindWishes.remembering(wishes));
      change(session, written.change());
    }
    upkeep.afterWishes(Loading.session(store, id));
    return written.memories();
  }

  /** Forgets a memory, and returns whether there was one of that id. */
  public boolean delete(SessionId id, MemoryId memory) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session session = Loading.session(store, id);
      boolean known = mind(session).memory(memory).isPresent();
      if (known) {
        change(session, forgetting(session, memory));
      }
      return known;
    }
  }

  /** No relationship rests on what is forgotten. */
  private MindChange forgetting(Session session, MemoryId memory) {
    List<Relationship> edges =
        mind(session).relationships().stream()
            .filter(edge -> edge.evidence().contains(memory))
            .map(
                edge ->
                    edge.withEvidence(
                        edge.evidence().stream().filter(id -> !id.equals(memory)).toList()))
            .toList();
    return new MindChange(List.of(), List.of(memory), edges, List.of());
  }

  /** Merges what is remembered twice, sums up what is old, and returns what that came to. */
  public Consolidated consolidate(SessionId id) {
    Consolidated done = consolidating.consolidate(Loading.session(store, id).id());
    upkeep.afterWishes(Loading.session(store, id));
    return done;
  }

  private void change(Session session, MindChange change) {
    if (!change.isEmpty()) {
      store.update(session.changed(session.moment(), time.now()), change);
    }
  }

  /** Returns what an operator finds, who may see all: the best first. */
  public List<Finding> search(Session session, Question question) {
    return mind(session).search(meant(session, question));
  }

  /** Returns what {@code pointOfView} recalls, which is nothing that it may not know. */
  public List<Recollection> search(Session session, EntityId pointOfView, Question question) {
    return mind(session).seenBy(pointOfView).search(meant(session, question));
  }

  /** Where nobody can tell meanings, words must do. */
  private Question meant(Session session, Question question) {
    boolean byWords = question.mode() == SearchMode.KEYWORD || mind(session).size() == 0;
    if (!byWords && !mind(session).withoutMeaning(1).isEmpty()) {
      upkeep.afterChange(session.id());
    }
    return byWords
        ? question
        : store
            .minds()
            .comparable(session, embedder.ofQuestion(question.words(), PATIENCE))
            .map(question::meant)
            .orElseGet(() -> question.in(SearchMode.HYBRID));
  }
}
