package quietstories.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import quietstories.model.Cancellation;
import quietstories.story.IdempotencyKey;
import quietstories.story.PlayerInput;
import quietstories.story.Session;
import quietstories.story.SessionId;

/**
 * A whole engine with hand-made neighbours, on which tests play. Its clocks stand where it is told.
 */
final class Table {

  final InMemorySessionStore store = new InMemorySessionStore();
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final SessionMailbox mailbox = new SessionMailbox();
  final Rulebooks rulebooks = new Rulebooks();
  final Optimizer optimizer = new Optimizer();
  final TurnLog log = new TurnLog(false);
  final Scenes scenes = new Scenes(store, optimizer, log);
  final List<Measured> measured = new ArrayList<>();
  final AtomicLong nanos = new AtomicLong();
  final TurnTime time = new TurnTime(() -> Lighthouse.NOON, nanos::incrementAndGet);
  final AfterTurn afterTurn = new AfterTurn(store, measured::add, TurnWatcher.NONE, time);
  final TurnEngine engine;
  final Sessions sessions;

  Narrator narrator = new BuiltinNarrator();
  BackgroundWriter backgrounds = new BuiltinBackgrounds();

  Table() {
    AtomicInteger ids = new AtomicInteger();
    engine = new TurnEngine(store, mailbox, rulebooks, () -> narrator, scenes, afterTurn, time);
    sessions =
        new Sessions(
            store,
            settings,
            mailbox,
            rulebooks,
            () -> backgrounds,
            () -> "session-" + ids.incrementAndGet(),
            time);
  }

  Session begin(long seed) {
    return sessions.create(
        Lighthouse.scenario(),
        new NewSession(
            OptionalLong.of(seed),
            3,
            true,
            true,
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty()));
  }

  PlayedTurn play(SessionId id, String words) {
    return play(id, PlayerInput.words(words));
  }

  PlayedTurn play(SessionId id, String words, String key) {
    return play(id, PlayerInput.words(words).withKey(new IdempotencyKey(key)));
  }

  PlayedTurn play(SessionId id, PlayerInput input) {
    return engine.play(id, input, TurnListener.NONE, new Cancellation());
  }
}
