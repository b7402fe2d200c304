package quietstories.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import quietstories.authoring.Enricher;
import quietstories.authoring.PromptTemplates;
import quietstories.authoring.Scenarios;
import quietstories.authoring.TrialRoom;
import quietstories.engine.Advisor;
import quietstories.engine.AfterTurn;
import quietstories.engine.InMemorySessionStore;
import quietstories.engine.InMemorySettingsStore;
import quietstories.engine.Lighthouse;
import quietstories.engine.Optimizer;
import quietstories.engine.PromptDesk;
import quietstories.engine.Remembering;
import quietstories.engine.Rulebooks;
import quietstories.engine.Scenes;
import quietstories.engine.SessionMailbox;
import quietstories.engine.SessionStore;
import quietstories.engine.Sessions;
import quietstories.engine.TimeTravel;
import quietstories.engine.TurnBudget;
import quietstories.engine.TurnEngine;
import quietstories.engine.TurnLog;
import quietstories.engine.TurnTime;
import quietstories.engine.TurnWatcher;
import quietstories.engine.Workshop;
import quietstories.engine.telling.BuiltinBackgrounds;
import quietstories.engine.telling.BuiltinNarrator;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.memory.Extract;
import quietstories.tools.ToolLimits;
import quietstories.tools.ToolListener;
import quietstories.tools.Toolbox;

/** A whole server on a free port, with an engine that keeps everything in memory. */
final class House implements AutoCloseable {

  final InMemorySessionStore kept = new InMemorySessionStore();
  final SessionStore store;
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final ShelfInMemory shelf = new ShelfInMemory();
  final HandWrittenAuthor author = new HandWrittenAuthor();
  final CountingMeasurements measurements = new CountingMeasurements();
  final SnapshotsInMemory snapshots = new SnapshotsInMemory();
  final SettableHealth health = new SettableHealth();
  final WebServerDoor door;
  final HttpClient client = HttpClient.newHttpClient();

  /** What plays; a test may put something else in its place. */
  volatile TurnPlayer player;

  /** What the adviser says. */
  volatile List<Advisor.Finding> advice = List.of();

  private final ExecutorService bench = Executors.newSingleThreadExecutor();
  private final AfterTurn afterTurn;
  private final Remembering remembering;

  House() {
    this(DoorSettings.local(0));
  }

  House(DoorSettings doorSettings) {
    AtomicInteger ids = new AtomicInteger();
    Supplier<String> nextId = () -> "id-" + ids.incrementAndGet();
    SessionMailbox mailbox = new SessionMailbox();
    Rulebooks rulebooks = new Rulebooks();
    Optimizer optimizer = new Optimizer();
    TurnTime time = new TurnTime(InstantSource.fixed(Lighthouse.NOON), System::nanoTime);
    remembering =
        Remembering.of(
            kept, mailbox, Optional.empty(), Optional.empty(), new Extract(), nextId, time);
    store = remembering.store();
    afterTurn = new AfterTurn(remembering, measurements, TurnWatcher.NONE, time);
    TurnEngine engine =
        new TurnEngine(
            remembering,
            mailbox,
            rulebooks,
            BuiltinNarrator::new,
            new Scenes(
                remembering,
                optimizer,
                new TurnBudget(OptionalLong.empty()),
                new Workshop(store, Toolbox.EMPTY, ToolLimits.USUAL, ToolListener.NONE, time),
                new TurnLog(false),
                new PromptDesk()),
            afterTurn,
            time);
    player = engine::play;
    Sessions sessions =
        new Sessions(store, settings, mailbox, rulebooks, BuiltinBackgrounds::new, nextId, time);
    Scenarios scenarios =
        new Scenarios(shelf, author, new TrialRoom(20, bench), time.wall(), nextId, () -> 7);
    shelf.save(Lighthouse.scenario());
    door =
        WebServerDoor.open(
            doorSettings,
            new Behind(
                (id, input, listener, cancellation) ->
                    player.play(id, input, listener, cancellation),
                engine::regenerate,
                new TimeTravel(store, mailbox, nextId, time),
                sessions,
                _ -> {},
                scenarios,
                new Enricher(author, () -> 7),
                new PromptTemplates("You tell the story."),
                remembering,
                optimizer,
                measurements,
                snapshots,
                () -> advice,
                accept -> new MeterPage.Written("text/plain", accept),
                RequestWatcher.NONE,
                health,
                settings,
                () -> true,
                nextId,
                time.wall()));
  }

  /** Returns settings for a server that waits no longer than {@code patience} in silence. */
  static DoorSettings impatient(Duration patience) {
    DoorSettings usual = DoorSettings.local(0);
    return new DoorSettings(
        usual.host(),
        0,
        usual.origins(),
        usual.token(),
        usual.maxBodyBytes(),
        usual.maxImportBytes(),
        patience,
        usual.silence(),
        usual.logLevel());
  }

  /** Returns settings for a server that asks for {@code token} and lets {@code origins} call. */
  static DoorSettings guarded(Optional<String> token, List<String> origins) {
    DoorSettings usual = DoorSettings.local(0);
    return new DoorSettings(
        usual.host(),
        0,
        origins,
        token,
        usual.maxBodyBytes(),
        usual.maxImportBytes(),
        usual.patience(),
        usual.silence(),
        usual.logLevel());
  }

  /** Returns a request whose headers come in pairs of name and value. */
  HttpRequest request(String method, String path, String body, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      builder.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      builder.setHeader(headers[i], headers[i + 1]);
    }
    return builder.build();
  }

  /** Sends a request and returns its answer. */
  HttpResponse<String> send(String method, String path, String body, String... headers) {
    try {
      return client.send(
          request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request that must succeed and returns its body. */
  JsonObject json(String method, String path, String body, String... headers) {
    HttpResponse<String> response = send(method, path, body, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return read(response);
  }

  /** Returns an answer's body, which must be a JSON object. */
  static JsonObject read(HttpResponse<String> response) {
    return (JsonObject) JsonReader.read(response.body());
  }

  /** Begins a session with the lighthouse and returns the path of it. */
  String session() {
    JsonObject session = json("POST", "/sessions/", "{\"scenario_id\":\"lighthouse\"}");
    return "/sessions/" + session.text("id").orElseThrow();
  }

  @Override
  public void close() {
    door.close();
    client.close();
    afterTurn.close();
    bench.shutdownNow();
  }
}
