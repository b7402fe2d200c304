package quietstories.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ModelException;
import quietstories.story.EnrichmentTask;
import quietstories.story.Memory;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.TaskId;
import quietstories.story.TaskStatus;

/**
 * Works out, with a model, what memories say about relationships where their words alone do not.
 * Runs by itself after turns; what fails is tried again later, and rests after {@value #ATTEMPTS}
 * attempts, for all to see.
 */
public final class Enrichment implements AutoCloseable {

  /** How often a task is tried. */
  static final int ATTEMPTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Enrichment.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private final MindfulStore store;
  private final SessionMailbox mailbox;
  private final MindWriter scribe;
  private final Optional<RelationshipReader> reader;
  private final TurnTime time;
  private final Duration firstPause;
  private final Set<SessionId> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("enrichment-", 0).factory());

  /** Creates the enrichment of one engine; without a reader, tasks wait for one. */
  Enrichment(
      MindfulStore store,
      SessionMailbox mailbox,
      MindWriter scribe,
      Optional<RelationshipReader> reader,
      TurnTime time) {
    this(store, mailbox, scribe, reader, time, FIRST_PAUSE);
  }

  /** Creates it so that it waits that long after the first failure, and longer each time. */
  Enrichment(
      MindfulStore store,
      SessionMailbox mailbox,
      MindWriter scribe,
      Optional<RelationshipReader> reader,
      TurnTime time,
      Duration firstPause) {
    this.firstPause = firstPause;
    this.store = store;
    this.mailbox = mailbox;
    this.scribe = scribe;
    this.reader = reader;
    this.time = time;
  }

  /** One task that was worked on. */
  public record Worked(TaskId task, TaskStatus status) {}

  /** Returns whether there is anybody to work tasks out. */
  public boolean isPossible() {
    return reader.isPresent();
  }

  /** Works on what is queued, some time later. */
  void later(SessionId id) {
    if (reader.isPresent() && busy.add(id)) {
      threads.execute(() -> work(id));
    }
  }

  private void work(SessionId id) {
    try {
      Duration pause = firstPause;
      boolean failed = true;
      while (failed) {
        failed =
            process(id, Optional.empty()).stream()
                .anyMatch(one -> one.status() == TaskStatus.QUEUED);
        if (failed) {
          Thread.sleep(pause);
          pause = pause.multipliedBy(4);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // why: the top of this thread; the tasks stay queued and the next turn comes back to them.
      LOG.warn("Enrichment stopped for now: {}", e.getMessage());
    } finally {
      busy.remove(id);
    }
  }

  /**
   * Works on one task or on all that are queued, one after the other, and returns what became of
   * each. A task that rests is tried again if it is named.
   */
  public List<Worked> process(SessionId id, Optional<TaskId> only) {
    Session session = Loading.session(store, id);
    List<Worked> worked = new ArrayList<>();
    for (EnrichmentTask task : store.minds().tasks(session)) {
      boolean wanted =
          only.map(task.id()::equals).orElse(task.status() == TaskStatus.QUEUED)
              && task.status() != TaskStatus.COMPLETED;
      if (wanted && reader.isPresent()) {
        worked.add(new Worked(task.id(), workOn(reader.get(), session, task)));
      }
    }
    return worked;
  }

  private TaskStatus workOn(RelationshipReader model, Session session, EnrichmentTask task) {
    try {
      Optional<Memory> evidence = evidence(session, task);
      RelationshipReader.Reading reading =
          model.read(task, session.entities(), evidence, session.turn());
      return keep(session.id(), task, TaskStatus.COMPLETED, reading);
    } catch (ModelException e) {
      boolean rests = task.attempts() + 1 >= ATTEMPTS;
      JsonObject why = JsonObject.of("error", Json.of(e.getMessage()));
      return keep(
          session.id(),
          task,
          rests ? TaskStatus.FAILED : TaskStatus.QUEUED,
          new RelationshipReader.Reading(why, List.of()));
    }
  }

  private Optional<Memory> evidence(Session session, EnrichmentTask task) {
    return store
        .minds()
        .of(session)
        .memories()
        .filter(memory -> memory.owner().equals(task.entity()))
        .filter(memory -> memory.content().equals(task.content()))
        .findFirst();
  }

  /**
   * A task that is gone, because its turn was taken back meanwhile, or that was worked on elsewhere
   * changes nothing.
   */
  private TaskStatus keep(
      SessionId id, EnrichmentTask task, TaskStatus status, RelationshipReader.Reading reading) {
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = Loading.session(store, id);
      if (store.minds().tasks(now).contains(task)) {
        MindWishes wishes = new MindWishes(List.of(), reading.wishes(), List.of());
        MindChange change = scribe.decide(now, now.entities(), now.turn(), wishes).change();
        EnrichmentTask after =
            new EnrichmentTask(
                task.id(),
                task.content(),
                task.entity(),
                task.related(),
                status,
                task.createdAt(),
                Optional.of(reading.answer()),
                task.attempts() + 1);
        store.update(now.changed(now.moment(), time.now()), with(change, after));
      }
      return status;
    }
  }

  private static MindChange with(MindChange change, EnrichmentTask task) {
    return new MindChange(
        change.written(),
        change.removed(),
        change.relationships(),
        change.feelings(),
        List.of(task));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
