package quietstories.engine;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.prompt.PromptLimits;
import quietstories.prompt.Scene;
import quietstories.rules.Dice;
import quietstories.story.NarratorIdentity;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;

/**
 * Has a narrator get ready when a session is opened, so that its first turn is as fast as its
 * tenth. Nobody waits for it: it happens in the background, for a few sessions at a time, and a
 * turn of the session ends it. Safe for use by many threads.
 */
public final class Warmth implements Narrator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Warmth.class);

  /** A server keeps few beginnings at once, so more than these would push each other out. */
  private static final int TOGETHER = 4;

  private final Narrator narrator;
  private final Scenes scenes;
  private final Semaphore places = new Semaphore(TOGETHER);
  private final ConcurrentMap<SessionId, Cancellation> underWay = new ConcurrentHashMap<>();
  private final ExecutorService background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("warm-up-", 0).factory());

  /** Creates a view of {@code narrator} that gets ready for the sessions of {@code scenes}. */
  public Warmth(Narrator narrator, Scenes scenes) {
    this.narrator = narrator;
    this.scenes = scenes;
  }

  @Override
  public NarratorIdentity identity() {
    return narrator.identity();
  }

  @Override
  public Telling prepare(Scene scene, PromptLimits limits, Dice dice) {
    Telling telling = narrator.prepare(scene, limits, dice);
    // why: only now, since from here on nothing is foretold for this session any more.
    Optional.ofNullable(underWay.get(scene.session().id())).ifPresent(Cancellation::cancel);
    return telling;
  }

  /** Gets ready for a session that a player has opened; returns at once. */
  public void opened(Session session) {
    if (session.status() == SessionStatus.ACTIVE && places.tryAcquire()) {
      background.execute(Trail.carried(() -> warmUp(session)));
    }
  }

  private void warmUp(Session session) {
    Trail.session(session.id().value());
    Cancellation cancellation = new Cancellation();
    boolean first = underWay.putIfAbsent(session.id(), cancellation) == null;
    try {
      if (first) {
        new Origin(session.id(), 0).during(() -> warmUp(session, cancellation));
      }
    } catch (ModelException e) {
      LOG.debug("Session {} was not warmed up: {}", session.id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Session {} was not warmed up.", session.id(), e);
    } finally {
      underWay.remove(session.id(), cancellation);
      places.release();
    }
  }

  private void warmUp(Session session, Cancellation cancellation) {
    narrator.warmUp(scenes.foretold(session), scenes.limits(), cancellation);
  }

  /** Cancels what is under way. */
  @Override
  public void close() {
    background.shutdown();
    underWay.values().forEach(Cancellation::cancel);
    background.close();
  }
}
