package quietstories.web;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import quietstories.engine.Sessions;
import quietstories.engine.TimeTravel;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.ChronicleWriter;
import quietstories.story.Session;

/** Goes back and forth in stories, lets them branch, and carries them out and in. */
final class TravelRoutes {

  private static final String ONE = "/sessions/{session_id}";
  private static final String MARKDOWN = "text/markdown; charset=utf-8";

  private final TimeTravel travel;
  private final Sessions sessions;
  private final WholeSession whole;

  /** Creates the routes. */
  TravelRoutes(TimeTravel travel, Sessions sessions, WholeSession whole) {
    this.travel = travel;
    this.sessions = sessions;
    this.whole = whole;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.post(ONE + "/undo", this::undo),
        Route.post(ONE + "/redo", this::redo),
        Route.post(ONE + "/branches", this::branch),
        Route.get(ONE + "/branches", this::branches),
        Route.get(ONE + "/export", this::export),
        Route.post("/sessions/import", this::take).forImports());
  }

  private Reply undo(Call call) {
    return whole(travel.undo(SessionRoutes.id(call), turns(call)));
  }

  private Reply redo(Call call) {
    return whole(travel.redo(SessionRoutes.id(call), turns(call)));
  }

  private Reply whole(Session session) {
    return Reply.ok(whole.of(session));
  }

  /** One turn is meant where nothing is said. */
  private static int turns(Call call) {
    if (call.body().length() == 0) {
      return 1;
    }
    Fields body = Body.read(call);
    int turns = (int) body.integer("turns", 1, 1, Integer.MAX_VALUE);
    body.check();
    return turns;
  }

  private Reply branch(Call call) {
    Fields body = Body.read(call);
    OptionalLong from = body.optionalInteger("from_turn", 0, Integer.MAX_VALUE);
    if (from.isEmpty()) {
      body.refuse("from_turn", "missing", "Field required", JsonObject.EMPTY);
    }
    var name = body.optionalText("name");
    body.check();
    Session branch = travel.branch(SessionRoutes.id(call), (int) from.orElseThrow(), name);
    return Reply.ok(
        JsonObject.builder()
            .put("id", branch.id().value())
            .put("parent_session_id", SessionRoutes.id(call).value())
            .put("from_turn", branch.turn())
            .putText("name", name)
            .build());
  }

  private Reply branches(Call call) {
    List<Json> all =
        travel.branches(SessionRoutes.id(call)).stream().<Json>map(SessionJson::branch).toList();
    return Reply.ok(JsonObject.of("branches", new JsonArray(all)));
  }

  private Reply export(Call call) {
    Fields query = Fields.of("query", call.query());
    String format = query.optionalText("format").orElse("json");
    if (!List.of("json", "markdown").contains(format)) {
      query.refuse(
          "format", "value_error", "Input should be 'json' or 'markdown'", JsonObject.EMPTY);
    }
    query.check();
    return format.equals("json")
        ? Reply.ok(ChronicleWriter.write(travel.chronicle(SessionRoutes.id(call))))
        : readable(sessions.load(SessionRoutes.id(call)));
  }

  private Reply readable(Session session) {
    String text =
        StoryText.of(session, sessions.turns(session.id(), 1, Math.max(1, session.turn())));
    return new Reply.Whole(200, Map.of(), MARKDOWN, Bytes.of(text));
  }

  private Reply take(Call call) {
    Fields body = Body.read(call);
    JsonObject document = body.whole();
    Session session = travel.take(document);
    return Reply.ok(
        JsonObject.builder()
            .put("id", session.id().value())
            .put("scenario_id", session.scenarioId().value())
            .put("status", "imported")
            .put("turn", session.turn())
            .put("revision", session.revision())
            .build());
  }
}
