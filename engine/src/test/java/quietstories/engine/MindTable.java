package quietstories.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import quietstories.engine.telling.BuiltinBackgrounds;
import quietstories.engine.telling.ModelNarrator;
import quietstories.memory.Extract;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.memory.Wish;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.model.EmbeddingModel;
import quietstories.prompt.AnswerForm;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.Toolbox;

/** An engine in which people remember: a puppet tells the story, and minds follow a given store. */
final class MindTable implements AutoCloseable {

  private static final AtomicInteger IDS = new AtomicInteger();

  final SessionStore raw;
  final SessionMailbox mailbox = new SessionMailbox();
  final PromptDesk desk = new PromptDesk();
  final Puppet puppet = new Puppet();
  final Remembering remembering;
  final Afterthoughts thoughts;
  final AfterTurn afterTurn;
  final TurnEngine engine;
  final TimeTravel travel;
  final Sessions sessions;
  final Optimizer optimizer = new Optimizer();

  MindTable(
      SessionStore raw,
      Optional<EmbeddingModel> embeddings,
      Optional<ChatModel> reader,
      boolean thinks) {
    this.raw = raw;
    Supplier<String> ids = () -> "id-" + IDS.incrementAndGet();
    TurnTime time = TurnTime.SYSTEM;
    remembering = Remembering.of(raw, mailbox, embeddings, reader, new Extract(), ids, time);
    thoughts = new Afterthoughts(puppet, desk, remembering, mailbox, time, Duration.ZERO);
    afterTurn =
        new AfterTurn(
            remembering, _ -> {}, TurnWatcher.NONE, time, thinks ? thoughts : FollowUp.NONE);
    Toolbox toolbox =
        Toolbox.of(
            Stream.concat(Toolbox.storyTools().stream(), Toolbox.memoryTools().stream()).toList());
    Rulebooks rulebooks = new Rulebooks();
    TurnLog log = new TurnLog(false);
    engine =
        new TurnEngine(
            remembering,
            mailbox,
            rulebooks,
            () -> new ModelNarrator(puppet, Optional.of(AnswerForm.MARKER), toolbox, 4, log, desk),
            new Scenes(
                remembering,
                optimizer,
                new TurnBudget(OptionalLong.empty()),
                new Workshop(
                    remembering.store(), toolbox, ToolLimits.USUAL, ToolListener.NONE, time),
                log,
                desk),
            afterTurn,
            time);
    travel = new TimeTravel(remembering.store(), mailbox, ids, time);
    sessions =
        new Sessions(
            remembering.store(),
            new InMemorySettingsStore(),
            mailbox,
            rulebooks,
            BuiltinBackgrounds::new,
            ids,
            time);
  }

  MindTable() {
    this(new InMemorySessionStore(), Optional.empty(), Optional.empty(), false);
  }

  SessionId begin() {
    return sessions
        .create(
            Lighthouse.scenario(),
            new NewSession(
                OptionalLong.of(5),
                3,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .id();
  }

  PlayedTurn play(SessionId id, String words) {
    return engine.play(id, PlayerInput.words(words), TurnListener.NONE, new Cancellation());
  }

  /** Plays a turn in which the narrator says that. */
  PlayedTurn tell(SessionId id, String answer) {
    puppet.says = request -> request.urgent() ? answer : "{}";
    return play(id, "I look around");
  }

  PlayedTurn regenerate(SessionId id) {
    return engine.regenerate(id, Optional.empty(), TurnListener.NONE, new Cancellation());
  }

  Session now(SessionId id) {
    return raw.load(id).orElseThrow();
  }

  Mind mind(SessionId id) {
    return remembering.memories().mind(id);
  }

  /** Returns the contents of all memories in order of their words. */
  List<String> contents(SessionId id) {
    return mind(id).memories().map(Memory::content).sorted().toList();
  }

  void add(SessionId id, String owner, String content, String visibility) {
    remembering
        .memories()
        .add(id, List.of(Wish.of(owner, content, now(id).turn()).knownTo(visibility)));
  }

  /** Returns what that point of view finds. */
  List<String> found(SessionId id, String as, String words) {
    return remembering
        .memories()
        .search(now(id), new EntityId(as), Question.of(words, 20, now(id).turn()))
        .stream()
        .map(found -> found.memory().content())
        .toList();
  }

  /** Waits until that is so, at most twenty seconds. */
  static void until(BooleanSupplier condition) {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
      try {
        never.await(2, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!condition.getAsBoolean()) {
      throw new AssertionError("it never came to that");
    }
  }

  @Override
  public void close() {
    afterTurn.close();
    thoughts.close();
    remembering.upkeep().close();
  }
}
