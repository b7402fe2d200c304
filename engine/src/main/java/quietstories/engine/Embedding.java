package quietstories.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.memory.Cast;
import quietstories.memory.Embedded;
import quietstories.memory.Meaning;
import quietstories.model.ModelException;
import quietstories.story.Memory;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Vector;

/**
 * Gives memories their meaning, a batch at a time, in the background or while somebody waits. What
 * fails stays without one: it is found by its words, and tried again later.
 */
public final class Embedding implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);
  private static final int BATCH = 64;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final MindfulStore store;
  private final Embedder embedder;
  private final Duration firstPause;
  private final Set<SessionId> waiting = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<SessionId> queue = new LinkedBlockingQueue<>();
  private final Thread worker = Thread.ofVirtual().name("embedding").unstarted(this::work);

  /** Creates the embedding of one engine's memories. */
  public Embedding(MindfulStore store, Embedder embedder) {
    this(store, embedder, FIRST_PAUSE);
  }

  /** Creates it so that it waits that long after the first failure, and longer each time. */
  Embedding(MindfulStore store, Embedder embedder, Duration firstPause) {
    this.firstPause = firstPause;
    this.store = store;
    this.embedder = embedder;
    if (embedder.model().isPresent()) {
      worker.start();
    }
  }

  /** Sees to it that the session's memories get their meaning, some time later. */
  void later(SessionId id) {
    if (embedder.model().isPresent() && waiting.add(id)) {
      queue.add(id);
    }
  }

  /**
   * Gives every memory of the session its meaning before it returns, if there is a model.
   *
   * @throws ModelException if that cannot be had
   */
  void now(Session session) {
    if (embedder.model().isEmpty()) {
      return;
    }
    Cast cast = Cast.of(session.entities());
    List<Memory> lacking = store.minds().of(session).withoutMeaning(BATCH);
    while (!lacking.isEmpty()) {
      embed(session.id(), cast, lacking, embedder.model().get());
      lacking = store.minds().of(session).withoutMeaning(BATCH);
    }
  }

  /** A memory is embedded as somebody would tell it, so that its owner's name counts. */
  private void embed(SessionId id, Cast cast, List<Memory> memories, String model) {
    List<Meaning> meanings = embedder.ofAll(memories.stream().map(cast::told).toList());
    Map<Memory, Vector> vectors = new LinkedHashMap<>();
    List<Embedded> embedded = new ArrayList<>();
    for (int i = 0; i < memories.size(); i++) {
      Memory memory = memories.get(i);
      vectors.put(memory, new Vector(model, meanings.get(i).toArray()));
      embedded.add(new Embedded(memory.id(), memory.content(), meanings.get(i)));
    }
    store.saveVectors(id, vectors);
    store.minds().learn(id, embedded);
  }

  private void work() {
    Duration pause = firstPause;
    try {
      while (true) {
        SessionId id = queue.take();
        waiting.remove(id);
        try {
          store.load(id).ifPresent(this::now);
          pause = firstPause;
        } catch (RuntimeException e) {
          // why: the top of this thread; one session's trouble must not leave the others waiting.
          LOG.warn("Memories stay without meaning for now: {}", e.getMessage());
          later(id);
          Thread.sleep(pause);
          pause =
              pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
                  ? LONGEST_PAUSE
                  : pause.multipliedBy(2);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
