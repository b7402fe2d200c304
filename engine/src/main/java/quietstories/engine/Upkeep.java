package quietstories.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.memory.Consolidated;
import quietstories.model.ModelException;
import quietstories.story.Session;
import quietstories.story.SessionId;

/**
 * Keeps minds in order without anybody waiting: after every stored change memories get their
 * meaning and relationships are worked out, and every {@value #TURNS} turns minds are consolidated.
 */
public final class Upkeep implements AutoCloseable {

  /** After how many turns minds are consolidated. */
  static final int TURNS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final Embedding embedding;
  private final Enrichment enrichment;
  private final Consolidating consolidating;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("upkeep-", 0).factory());

  Upkeep(Embedding embedding, Enrichment enrichment, Consolidating consolidating) {
    this.embedding = embedding;
    this.enrichment = enrichment;
    this.consolidating = consolidating;
  }

  /** Sees to what a turn left behind; returns at once. */
  void afterTurn(Session session) {
    afterChange(session.id());
    if (session.turn() % TURNS == 0) {
      threads.execute(() -> consolidateQuietly(session.id()));
    }
  }

  /** Sees to what a change of minds left behind; returns at once. */
  void afterChange(SessionId id) {
    embedding.later(id);
    enrichment.later(id);
  }

  /**
   * Sees to what somebody outside the story had remembered. Memories have their meaning when it
   * returns; where that cannot be had their words must do until later.
   */
  void afterWishes(Session session) {
    try {
      embedding.now(session);
    } catch (ModelException e) {
      embedding.later(session.id());
    }
    enrichment.later(session.id());
  }

  private void consolidateQuietly(SessionId id) {
    try {
      Consolidated done = consolidating.consolidate(id);
      embedding.later(id);
      LOG.info(
          "Consolidated {} minds: {} memories merged, {} summed up, {} gone",
          done.entitiesProcessed(),
          done.memoriesMerged(),
          done.memoriesSummarized(),
          done.memoriesRemoved());
    } catch (RuntimeException e) {
      // why: the top of this thread; nothing was half done, and ten turns later it is tried again.
      LOG.warn("Minds were not consolidated: {}", e.getMessage());
    }
  }

  /** Gives up what is under way; what was not stored is done again another time. */
  @Override
  public void close() {
    threads.shutdownNow();
    enrichment.close();
    embedding.close();
  }
}
