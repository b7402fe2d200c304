package quietstories.app;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import quietstories.authoring.Enricher;
import quietstories.authoring.PromptTemplates;
import quietstories.authoring.Scenarios;
import quietstories.authoring.TrialRoom;
import quietstories.engine.AfterTurn;
import quietstories.engine.Afterthoughts;
import quietstories.engine.FollowUp;
import quietstories.engine.ModelHealth;
import quietstories.engine.Optimizer;
import quietstories.engine.PromptDesk;
import quietstories.engine.Recording;
import quietstories.engine.Remembering;
import quietstories.engine.Rulebooks;
import quietstories.engine.Scenes;
import quietstories.engine.SessionMailbox;
import quietstories.engine.SessionStore;
import quietstories.engine.Sessions;
import quietstories.engine.TimeTravel;
import quietstories.engine.TurnEngine;
import quietstories.engine.TurnLog;
import quietstories.engine.TurnTime;
import quietstories.engine.Warmth;
import quietstories.engine.Workshop;
import quietstories.memory.Extract;
import quietstories.metrics.LoggedTools;
import quietstories.metrics.MeasuredTools;
import quietstories.metrics.Timed;
import quietstories.model.ChatModel;
import quietstories.prompt.AnswerForm;
import quietstories.prompt.NarratorText;
import quietstories.store.SqliteStore;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.Toolbox;
import quietstories.web.Behind;
import quietstories.web.TurnPlayer;
import quietstories.web.WebServerDoor;

/** Builds the program from its rooms. The one place where all of them are known. */
final class Wiring {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Who answers within this time plays faster than a model on this machine can think about it. */
  private static final Duration QUICK = Duration.ofMillis(300);

  private static final Duration SILENCE = Duration.ofSeconds(60);

  private Wiring() {}

  /**
   * Starts the server.
   *
   * @throws RuntimeException caused by a {@link java.net.BindException} if the port is taken
   */
  static Application start(Settings settings, LongSupplier logLinesLost) {
    Optimizer optimizer = new Optimizer();
    Watching watching = Watching.as(settings, optimizer, CLOCK);
    Toolbox toolbox = Toolbox.standard(List.of());
    // why: the database and the look for a model each take a moment, and neither needs the other.
    CompletableFuture<Narrators> narrators =
        CompletableFuture.supplyAsync(
            () -> Narrators.of(settings, toolbox, watching, Wiring::newShortId, CLOCK),
            Thread::startVirtualThread);
    SqliteStore store = SqliteStore.open(settings.database());
    try {
      Narrators narrating = joined(narrators);
      watching.show(() -> narrating.health().now().ready(), logLinesLost);
      return open(settings, store, narrating, toolbox, optimizer, watching);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Narrators joined(CompletableFuture<Narrators> narrators) {
    try {
      return narrators.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the narrator could not be chosen", e.getCause());
    }
  }

  private static Application open(
      Settings settings,
      SqliteStore store,
      Narrators narrators,
      Toolbox toolbox,
      Optimizer optimizer,
      Watching watching) {
    SessionMailbox mailbox = new SessionMailbox();
    Rulebooks rulebooks = new Rulebooks();
    Remembering remembering =
        Remembering.of(
            store.sessions(),
            mailbox,
            Embeddings.of(settings),
            narrators.model(),
            new Extract(),
            Wiring::newId,
            TurnTime.SYSTEM);
    Optional<Afterthoughts> afterthoughts =
        narrators.model().map(model -> thinking(model, narrators.desk(), remembering, mailbox));
    AfterTurn afterTurn =
        new AfterTurn(
            remembering,
            watching.recording(),
            watching,
            TurnTime.SYSTEM,
            afterthoughts.<FollowUp>map(each -> each).orElse(FollowUp.NONE));
    Scenes scenes =
        new Scenes(
            remembering,
            optimizer,
            watching.budget(),
            workshop(remembering.store(), settings.tools(), toolbox, watching.recording()),
            new TurnLog(settings.narrator().verboseSteps()),
            narrators.desk());
    Warmth warmth = new Warmth(narrators.narrator(), scenes);
    TurnEngine engine =
        new TurnEngine(
            remembering, mailbox, rulebooks, () -> warmth, scenes, afterTurn, TurnTime.SYSTEM);
    Sessions sessions =
        new Sessions(
            remembering.store(),
            store.settings(),
            mailbox,
            rulebooks,
            narrators::backgrounds,
            Wiring::newId,
            TurnTime.SYSTEM);
    Scenarios scenarios =
        new Scenarios(
            store.scenarios(),
            narrators.author(),
            new TrialRoom(settings.trials().trials(), bench()),
            CLOCK,
            Wiring::newId,
            Wiring::newSeed);
    Behind behind =
        new Behind(
            Timed.proxy(TurnPlayer.class, engine::play, System::nanoTime),
            engine::regenerate,
            new TimeTravel(remembering.store(), mailbox, Wiring::newId, TurnTime.SYSTEM),
            sessions,
            warmth::opened,
            scenarios,
            new Enricher(narrators.author(), Wiring::newSeed),
            new PromptTemplates(NarratorText.system(AnswerForm.MARKER)),
            remembering,
            optimizer,
            watching.measurements(),
            watching.snapshots(),
            watching.advisor(),
            watching::page,
            watching.exposition()::answered,
            narrators.health(),
            store.settings(),
            store::answers,
            Wiring::newId,
            CLOCK);
    WebServerDoor door = WebServerDoor.open(door(settings), behind);
    URI address = Addresses.http(settings.door().host(), door.port());
    return new Running(
        door,
        afterTurn,
        warmth,
        afterthoughts,
        remembering,
        watching,
        store,
        narrators.health(),
        address);
  }

  private static Afterthoughts thinking(
      ChatModel model, PromptDesk desk, Remembering remembering, SessionMailbox mailbox) {
    return new Afterthoughts(model, desk, remembering, mailbox, TurnTime.SYSTEM, QUICK);
  }

  private static Workshop workshop(
      SessionStore store, ToolSettings settings, Toolbox toolbox, Recording recording) {
    ToolLimits limits = new ToolLimits(settings.parallelReads(), settings.timeout(), true);
    ToolListener listener =
        ToolListener.both(
            new MeasuredTools(recording, Wiring::newShortId, CLOCK),
            new LoggedTools(Wiring::newShortId));
    return new Workshop(store, toolbox, limits, listener, TurnTime.SYSTEM);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Enough to tell the calls of a few days apart in a log. */
  private static String newShortId() {
    return newId().substring(0, 8);
  }

  private static long newSeed() {
    return ThreadLocalRandom.current().nextLong(1, 1_000_001);
  }

  /** One thread for all trials: on a small machine the players need the others. */
  private static Executor bench() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("balance-trials").factory());
  }

  private static quietstories.web.DoorSettings door(Settings settings) {
    DoorSettings door = settings.door();
    return new quietstories.web.DoorSettings(
        door.host(),
        door.port(),
        door.corsOrigins(),
        door.token().map(Secret::reveal),
        door.maxBodyBytes(),
        quietstories.web.DoorSettings.MAX_IMPORT,
        PATIENCE,
        SILENCE,
        settings.log().level().toString());
  }

  private record Running(
      WebServerDoor door,
      AfterTurn afterTurn,
      Warmth warmth,
      Optional<Afterthoughts> afterthoughts,
      Remembering remembering,
      Watching watching,
      SqliteStore store,
      ModelHealth health,
      URI address)
      implements Application {

    @Override
    public String narrator() {
      ModelHealth.Status status = health.now();
      String model = status.narrator().model().map(name -> " " + name).orElse("");
      return status.narrator().provider() + model + " (" + status.reason() + ")";
    }

    @Override
    public void close() {
      door.close();
      warmth.close();
      afterTurn.close();
      afterthoughts.ifPresent(Afterthoughts::close);
      remembering.upkeep().close();
      watching.close();
      store.close();
    }
  }
}
