package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import quietstories.engine.telling.BuiltinBackgrounds;
import quietstories.engine.telling.BuiltinNarrator;
import quietstories.engine.telling.ModelNarrator;
import quietstories.memory.Extract;
import quietstories.model.Cancellation;
import quietstories.model.ChatModel;
import quietstories.prompt.AnswerForm;
import quietstories.story.IdempotencyKey;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.Toolbox;

/**
 * A whole engine with hand-made neighbours, on which tests play. Its clocks stand where it is told.
 */
public final class Table {

  final InMemorySessionStore store = new InMemorySessionStore();
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final SessionMailbox mailbox = new SessionMailbox();
  final Rulebooks rulebooks = new Rulebooks();
  final Optimizer optimizer = new Optimizer();
  final TurnLog log = new TurnLog(false);
  final PromptDesk desk = new PromptDesk();
  final List<Measured> measured = new ArrayList<>();
  final AtomicLong nanos = new AtomicLong();
  final TurnTime time = new TurnTime(() -> Lighthouse.NOON, nanos::incrementAndGet);
  final Toolbox toolbox;
  final Scenes scenes;
  final Remembering remembering = remembering(store, mailbox, time);
  final AfterTurn afterTurn = new AfterTurn(remembering, measured::add, TurnWatcher.NONE, time);
  final TurnEngine engine;
  final Sessions sessions;

  Narrator narrator = new BuiltinNarrator();
  BackgroundWriter backgrounds = new BuiltinBackgrounds();

  /** Lays a table with the tools of the story. */
  public Table() {
    this(Toolbox.of(Toolbox.storyTools()), ToolLimits.USUAL);
  }

  Table(Toolbox toolbox, ToolLimits limits) {
    this.toolbox = toolbox;
    scenes =
        new Scenes(
            remembering,
            optimizer,
            new TurnBudget(java.util.OptionalLong.empty()),
            new Workshop(remembering.store(), toolbox, limits, ToolListener.NONE, time),
            log,
            desk);
    AtomicInteger ids = new AtomicInteger();
    engine =
        new TurnEngine(remembering, mailbox, rulebooks, () -> narrator, scenes, afterTurn, time);
    sessions =
        new Sessions(
            remembering.store(),
            settings,
            mailbox,
            rulebooks,
            () -> backgrounds,
            () -> "session-" + ids.incrementAndGet(),
            time);
  }

  /** Returns what remembers for {@code store}, without vectors and without a model. */
  static Remembering remembering(SessionStore store, SessionMailbox mailbox, TurnTime time) {
    AtomicInteger ids = new AtomicInteger();
    return Remembering.of(
        store,
        mailbox,
        Optional.empty(),
        Optional.empty(),
        new Extract(),
        () -> "memory-" + ids.incrementAndGet(),
        time);
  }

  /** Returns a narrator that has that model speak in that form, with at most 5 answers a turn. */
  Narrator narrator(ChatModel model, AnswerForm form) {
    return new ModelNarrator(model, Optional.of(form), toolbox, 5, log, desk);
  }

  public Session begin(long seed) {
    return sessions.create(
        Lighthouse.scenario(),
        new NewSession(
            OptionalLong.of(seed),
            3,
            true,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  public PlayedTurn play(SessionId id, String words) {
    return play(id, PlayerInput.words(words));
  }

  PlayedTurn play(SessionId id, String words, String key) {
    return play(id, PlayerInput.words(words).withKey(new IdempotencyKey(key)));
  }

  PlayedTurn play(SessionId id, PlayerInput input) {
    return engine.play(id, input, TurnListener.NONE, new Cancellation());
  }
}
