package quietstories.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.ModelAnswer;
import quietstories.model.ModelException;
import quietstories.model.ModelFault;
import quietstories.model.ModelRequest;
import quietstories.prompt.AfterthoughtPrompt;
import quietstories.prompt.Prompt;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.StorySoFar;
import quietstories.story.Turn;

/**
 * Asks a model after each turn what is worth keeping of it. Nobody waits for it: of each session at
 * most one waits to be asked, a newer turn takes its place, and what comes of it is stored as a
 * change of its own. It never touches the state.
 */
public final class Afterthoughts implements FollowUp, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Afterthoughts.class);
  private static final int MAX_TOKENS = 900;
  private static final int TRIES = 2;

  /** So many turns go into one summary; where more wait for one, the next summary goes on. */
  private static final int MOST_FALLEN = 16;

  private final ChatModel model;
  private final PromptDesk desk;
  private final Remembering remembering;
  private final SessionStore store;
  private final SessionMailbox mailbox;
  private final TurnTime time;
  private final Duration grace;
  private final Cancellation closing = new Cancellation();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<SessionId, Optional<Job>> waiting = new HashMap<>();
  private final ExecutorService background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("afterthought-", 0).factory());

  private record Job(PlayedTurn played, Prompt prompt, JsonObject timeline, long origin) {

    SessionId session() {
      return played.session().id();
    }

    Turn turn() {
      return played.turn();
    }
  }

  /**
   * Creates the afterthoughts of one engine.
   *
   * @param remembering decides what is remembered
   * @param grace how long a player of a model on this machine has the model for themselves after a
   *     turn. Such a server goes on with what it began though nobody waits for it any more, and a
   *     turn that comes meanwhile finds the place taken that has its prompt in the cache
   */
  public Afterthoughts(
      ChatModel model,
      PromptDesk desk,
      Remembering remembering,
      SessionMailbox mailbox,
      TurnTime time,
      Duration grace) {
    this.model = model;
    this.desk = desk;
    this.remembering = remembering;
    this.store = remembering.store();
    this.mailbox = mailbox;
    this.time = time;
    this.grace = grace;
  }

  @Override
  public void after(PlayedTurn played, JsonObject timeline, long origin) {
    Optional<PromptDesk.Written> written =
        desk.written(played.session().id(), played.turn().number());
    boolean told = written.isPresent() && played.turn().narrator().model().isPresent();
    if (told && !closing.isCancelled()) {
      played
          .timing()
          .filter(timing -> timing.modelCalls() == 1)
          .ifPresent(timing -> desk.learn(written.get(), timing.inputTokens()));
      submit(new Job(played, written.get().prompt(), timeline, origin));
    }
  }

  private void submit(Job job) {
    synchronized (waiting) {
      if (waiting.put(job.session(), Optional.of(job)) == null) {
        background.execute(() -> work(job.session()));
      }
    }
  }

  private void work(SessionId id) {
    while (true) {
      Optional<Job> next;
      synchronized (waiting) {
        next = waiting.getOrDefault(id, Optional.empty());
        if (next.isEmpty() || closing.isCancelled()) {
          waiting.remove(id);
          return;
        }
        waiting.put(id, Optional.empty());
      }
      think(next.get());
    }
  }

  /** Waits for as long as the player may be quick, and returns whether they were not. */
  private boolean staysNewest(Job job) {
    try {
      return !closed.await(grace.toMillis(), TimeUnit.MILLISECONDS) && isNewest(job);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void think(Job job) {
    new Origin(job.session(), number(job)).during(() -> thinkAbout(job));
  }

  private void thinkAbout(Job job) {
    try {
      if (model.identity().local() && !staysNewest(job)) {
        return;
      }
      long start = time.nanos();
      Optional<StorySoFar> before = job.played().session().summary();
      AfterthoughtPrompt prompt =
          AfterthoughtPrompt.write(
              job.prompt(), job.turn(), wantsSuggestions(job), before, fallen(job, before));
      JsonObject.Builder about = JsonObject.builder();
      Optional<Afterthought> thought = ask(job, prompt, about);
      about.put("readable", thought.isPresent());
      about.put("kept", thought.isPresent() && keep(job, prompt, thought.get()));
      about.put("ignored_state_changes", thought.map(Afterthought::ignored).orElse(0));
      note(job, start, about.build());
    } catch (ModelException e) {
      if (e.fault() != ModelFault.CANCELLED) {
        LOG.warn(
            "Session {}: nothing was kept of turn {}: {}",
            job.session(),
            number(job),
            e.getMessage());
      }
    } catch (RuntimeException e) {
      LOG.error("Session {}: nothing was kept of turn {}.", job.session(), number(job), e);
    }
  }

  private static boolean wantsSuggestions(Job job) {
    return AfterthoughtStep.mayReplace(
        job.turn().outcome().suggestedActions(), job.played().session().spec());
  }

  private static int number(Job job) {
    return job.turn().number();
  }

  /** Returns the oldest turns that are neither in the prompt nor in the summary. */
  private List<Turn> fallen(Job job, Optional<StorySoFar> before) {
    if (job.prompt().summaryDue().isEmpty()) {
      return List.of();
    }
    int from = before.map(StorySoFar::through).orElse(0) + 1;
    int first = job.prompt().trace().firstTurn();
    int until = first == 0 ? job.turn().number() : first;
    return until > from
        ? store.turns(job.session(), from, Math.min(MOST_FALLEN, until - from))
        : List.of();
  }

  private Optional<Afterthought> ask(Job job, AfterthoughtPrompt prompt, JsonObject.Builder about) {
    boolean schema =
        job.prompt().tools().isEmpty()
            ? model.identity().abilities().schema()
            : model.identity().abilities().toolsWithSchema();
    ModelRequest request =
        ModelRequest.of("after_turn", prompt.messages())
            .withTools(job.prompt().tools())
            .withStableMessages(job.prompt().stableMessages())
            .withSchema(schema ? Optional.of(prompt.schema()) : Optional.empty())
            .withMaxTokens(MAX_TOKENS)
            .inBackground();
    for (int i = 1; i <= TRIES && (i == 1 || isNewest(job)); i++) {
      try {
        ModelAnswer answer = model.ask(request, _ -> {}, closing);
        CallReport.of(answer).members().forEach(about::put);
        Optional<Afterthought> read = Afterthought.read(answer.text(), number(job));
        if (read.isPresent()) {
          return read;
        }
        LOG.warn(
            "Session {}: what the model said after turn {} cannot be read.",
            job.session(),
            number(job));
      } catch (ModelException e) {
        if (i == TRIES || !e.retryable()) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether the session's last prompt was that of this turn. Where it was not, the player
   * was faster: asking again would push the newer prompt out of a small server's cache, and the
   * newer turn's own afterthought comes anyway.
   */
  private boolean isNewest(Job job) {
    return desk.written(job.session(), number(job)).isPresent();
  }

  /** Stores what comes of it unless the turn is gone; returns whether it was stored. */
  private boolean keep(Job job, AfterthoughtPrompt prompt, Afterthought thought) {
    if (thought.ignored() > 0) {
      LOG.warn(
          "Session {}: {} changes of the state after turn {} were ignored.",
          job.session(),
          thought.ignored(),
          number(job));
    }
    try (SessionMailbox.Place _ = mailbox.enter(job.session(), () -> {}, closing)) {
      Optional<Turn> now = store.turn(job.session(), number(job));
      if (!now.equals(Optional.of(job.turn()))) {
        return false;
      }
      AfterthoughtStep step =
          AfterthoughtStep.of(Loading.session(store, job.session()), job.turn());
      // why: the turn owns what comes of it, so nothing of a later turn may flow into it.
      Session then = store.load(job.session(), number(job)).orElse(step.session());
      MindWriter.Decision decision =
          remembering.writer().decide(then, then.entities(), number(job), thought.wishes());
      if (!decision.refused().isEmpty()) {
        LOG.info(
            "Session {}: {} wishes after turn {} were refused.",
            job.session(),
            decision.refused().size(),
            number(job));
      }
      step = step.with(thought, prompt.summarises());
      if (!step.changed() && decision.change().isEmpty()) {
        return false;
      }
      store.update(
          step.session().changed(step.moment(), time.now()), number(job), decision.change());
      remembering.upkeep().afterChange(job.session());
      return true;
    }
  }

  private void note(Job job, long start, JsonObject about) {
    if (job.timeline().members().isEmpty()) {
      return;
    }
    Span span =
        new Span("after_turn", Span.Kind.AFTER, start, time.nanos(), Optional.of("turn"), about);
    List<Json> spans =
        new ArrayList<>(job.timeline().array("spans").orElse(JsonArray.EMPTY).elements());
    spans.add(span.toJson(job.origin()));
    store.saveTimeline(
        job.session(), job.turn(), job.timeline().with("spans", new JsonArray(spans)));
  }

  /** Cancels what is under way. */
  @Override
  public void close() {
    closing.cancel();
    closed.countDown();
    background.close();
  }
}
