package quietstories.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import quietstories.authoring.Scenarios;
import quietstories.engine.Sessions;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/** Begins, shows and deletes sessions and shows their turns. */
final class SessionRoutes {

  private static final int PAGE = 100;
  private static final int MOST = 1_000;
  private static final String ONE = "/sessions/{session_id}";

  private final Sessions sessions;
  private final Scenarios scenarios;
  private final WholeSession whole;
  private final Consumer<Session> opened;

  /** Creates the routes; {@code opened} hears of each session that is begun or shown. */
  SessionRoutes(
      Sessions sessions, Scenarios scenarios, WholeSession whole, Consumer<Session> opened) {
    this.opened = opened;
    this.sessions = sessions;
    this.scenarios = scenarios;
    this.whole = whole;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.post("/sessions/", this::create),
        Route.get("/sessions/", this::list),
        Route.get(ONE, this::show),
        Route.delete(ONE, this::delete),
        Route.get(ONE + "/turns", this::turns),
        Route.get(ONE + "/turns/{turn}", this::turn),
        Route.get(ONE + "/turns/{turn}/timeline", this::timeline),
        Route.post(ONE + "/regenerate-backgrounds", this::regenerate));
  }

  /** Returns the session that the path of {@code call} names. */
  static SessionId id(Call call) {
    return new SessionId(call.variable("session_id"));
  }

  private Reply create(Call call) {
    SessionInput input = SessionInput.read(call);
    if (input.scenarioId().isBlank()) {
      throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Scenario not found").exception();
    }
    Scenario scenario = scenarios.load(new ScenarioId(input.scenarioId()));
    Session session = sessions.create(scenario, input.wish());
    opened.accept(session);
    return Reply.ok(
        JsonObject.builder()
            .put("id", session.id().value())
            .put("scenario_id", session.scenarioId().value())
            .put("status", "created")
            .build());
  }

  private Reply list(Call call) {
    List<Json> all = sessions.newest().stream().<Json>map(SessionJson::summary).toList();
    return Reply.ok(JsonObject.of("sessions", new JsonArray(all)));
  }

  private Reply show(Call call) {
    Session session = sessions.load(id(call));
    opened.accept(session);
    return Reply.ok(whole.of(session));
  }

  private Reply delete(Call call) {
    sessions.delete(id(call));
    return Reply.ok(
        JsonObject.builder()
            .put("message", "Session deleted")
            .put("deleted_resources", JsonArray.ofTexts(List.of("database")))
            .build());
  }

  private Reply turns(Call call) {
    Fields query = Fields.of("query", call.query());
    int from = (int) query.integer("from", 1, 1, Integer.MAX_VALUE);
    int limit = (int) query.integer("limit", PAGE, 1, MOST);
    query.check();
    Session session = sessions.load(id(call));
    List<Json> page =
        sessions.turns(session.id(), from, limit).stream().<Json>map(TurnJson::stored).toList();
    return Reply.ok(
        JsonObject.builder()
            .put("turns", new JsonArray(page))
            .put("total", session.turn())
            .build());
  }

  private Reply turn(Call call) {
    int number = number(call);
    Turn turn = sessions.turn(id(call), number);
    Json timeline = kept(call, number).<Json>map(found -> found).orElse(JsonNull.NULL);
    return Reply.ok(TurnJson.stored(turn).with("timeline", timeline));
  }

  private Reply timeline(Call call) {
    return Reply.ok(
        kept(call, number(call))
            .orElseThrow(
                () ->
                    Failure.of(FaultCode.PLAYER_NOT_FOUND, "This turn's timeline was not kept")
                        .exception()));
  }

  /** The engine keeps the turn's timing beside its spans; here it has its place in the turn. */
  private Optional<JsonObject> kept(Call call, int number) {
    return sessions.timeline(id(call), number).map(timeline -> timeline.without("timing"));
  }

  private static int number(Call call) {
    Fields path = Fields.of("path", JsonObject.of("turn", Json.of(call.variable("turn"))));
    int number = (int) path.integer("turn", 1, 1, Integer.MAX_VALUE);
    path.check();
    return number;
  }

  private Reply regenerate(Call call) {
    Sessions.Regenerated done = sessions.regenerateBackgrounds(id(call));
    JsonObject answer =
        JsonObject.builder()
            .put(
                "message",
                done.regenerated() == 0 ? "No background was written" : "Backgrounds written")
            .put("regenerated", done.regenerated())
            .build();
    return Reply.ok(
        done.regenerated() == 0 ? answer : answer.with("total_entities", Json.of(done.total())));
  }
}
