package quietstories.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import quietstories.json.JsonObject;
import quietstories.model.Cancellation;
import quietstories.story.Action;
import quietstories.story.Entity;
import quietstories.story.MindChange;
import quietstories.story.Moment;
import quietstories.story.PlayerSettings;
import quietstories.story.Premise;
import quietstories.story.Scenario;
import quietstories.story.ScenarioStatus;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;
import quietstories.story.Turn;

/** Begins sessions, shows them and ends their days. Playing them is {@link TurnEngine}'s. */
public final class Sessions {

  private static final int LISTED = 100;
  private static final Set<String> PEOPLE =
      Set.of("character", "creature", "faction", "npc", "player");

  private final SessionStore store;
  private final SettingsStore settings;
  private final SessionMailbox mailbox;
  private final Rulebooks rulebooks;
  private final Supplier<BackgroundWriter> writers;
  private final Supplier<String> ids;
  private final TurnTime time;

  /**
   * Creates the sessions of one engine.
   *
   * @param mailbox the engine's own, since a change of backgrounds takes its place among the turns
   * @param ids gives a new id each time
   */
  public Sessions(
      SessionStore store,
      SettingsStore settings,
      SessionMailbox mailbox,
      Rulebooks rulebooks,
      Supplier<BackgroundWriter> writers,
      Supplier<String> ids,
      TurnTime time) {
    this.store = store;
    this.settings = settings;
    this.mailbox = mailbox;
    this.rulebooks = rulebooks;
    this.writers = writers;
    this.ids = ids;
    this.time = time;
  }

  /**
   * Begins a session with a compiled scenario.
   *
   * @throws EngineException NOT_COMPILED otherwise
   */
  public Session create(Scenario scenario, NewSession wish) {
    if (scenario.status() != ScenarioStatus.COMPILED) {
      throw new EngineException(EngineFault.NOT_COMPILED, "Scenario must be compiled first");
    }
    JsonObject state =
        wish.customState().map(scenario.spec().state()::merge).orElse(scenario.spec().state());
    List<Entity> cast = wish.initialEntities().orElse(scenario.spec().entities());
    Optional<String> name =
        wish.playerName().or(() -> settings.load().map(PlayerSettings::playerName));
    Casting casting = Casting.of(scenario.spec(), cast, state, name);
    List<Entity> nameless =
        wish.entityBackgrounds() ? missing(casting.entities(), wish.numCharacters()) : List.of();
    BackgroundWriter.Backgrounds texts =
        writers.get().write(scenario.spec(), wish.worldBackground(), nameless);
    Session session =
        Session.begun(
            new SessionId(ids.get()),
            Premise.of(
                scenario.id(),
                scenario.spec(),
                wish.seed().orElse(scenario.spec().seed()),
                time.now()),
            Moment.beginning(
                casting.state(),
                filled(casting.entities(), texts),
                casting.pointOfView(),
                texts.world(),
                texts.notes(),
                suggestions(scenario, casting.state())));
    store.create(session);
    return session;
  }

  private List<String> suggestions(Scenario scenario, JsonObject state) {
    return rulebooks.of(scenario.spec()).available(state).stream()
        .map(Action::label)
        .limit(Settlement.SUGGESTIONS)
        .toList();
  }

  private static List<Entity> missing(List<Entity> cast, long most) {
    return cast.stream()
        .filter(entity -> entity.background().isEmpty())
        .filter(entity -> PEOPLE.contains(entity.type().toLowerCase(Locale.ROOT)))
        .limit(most)
        .toList();
  }

  private static List<Entity> filled(List<Entity> cast, BackgroundWriter.Backgrounds texts) {
    return cast.stream()
        .map(
            entity ->
                Optional.ofNullable(texts.entities().get(entity.id()))
                    .map(entity::withBackground)
                    .orElse(entity))
        .toList();
  }

  /** Returns the session, or fails with UNKNOWN_SESSION. */
  public Session load(SessionId id) {
    return Loading.session(store, id);
  }

  /** Returns the sessions that changed last, newest first, at most 100. */
  public List<SessionSummary> newest() {
    return store.newest(LISTED);
  }

  /** Returns turns of a session in order, from number {@code from}, at most {@code limit}. */
  public List<Turn> turns(SessionId id, int from, int limit) {
    return store.turns(load(id).id(), from, limit);
  }

  /** Returns one turn, or fails with UNKNOWN_TURN. */
  public Turn turn(SessionId id, int number) {
    return store
        .turn(load(id).id(), number)
        .orElseThrow(() -> new EngineException(EngineFault.UNKNOWN_TURN, "Turn not found"));
  }

  /** Returns the timeline of a turn, unless it was lost. */
  public Optional<JsonObject> timeline(SessionId id, int number) {
    return store.timeline(id, turn(id, number).number());
  }

  /** Returns the actions that the session offers now. */
  public List<Action> available(Session session) {
    return session.status() == SessionStatus.ACTIVE
        ? rulebooks.of(session.spec()).available(session.state())
        : List.of();
  }

  /** Deletes the session with all its turns, or fails with UNKNOWN_SESSION. */
  public void delete(SessionId id) {
    if (!store.delete(id)) {
      throw new EngineException(EngineFault.UNKNOWN_SESSION, "Session not found");
    }
  }

  /** Writes the backgrounds that are missing; the order of the cast stays as it is. */
  public Regenerated regenerateBackgrounds(SessionId id) {
    Session before = load(id);
    List<Entity> nameless = missing(before.entities(), Integer.MAX_VALUE);
    if (nameless.isEmpty()) {
      return new Regenerated(0, before.entities().size());
    }
    BackgroundWriter.Backgrounds texts = writers.get().write(before.spec(), false, nameless);
    try (SessionMailbox.Place _ = mailbox.enter(id, () -> {}, new Cancellation())) {
      Session now = load(id);
      store.update(
          now.withBackgrounds(
              now.worldBackground(), filled(now.entities(), texts), texts.notes(), time.now()),
          MindChange.NONE);
    }
    return new Regenerated(texts.entities().size(), before.entities().size());
  }

  /** How many backgrounds were written, and how large the cast is. */
  public record Regenerated(int regenerated, int total) {}
}
