package quietstories.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import quietstories.engine.SessionSummary;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.Ending;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;

/** The row of a session. Its column {@code details} holds what no query asks for. */
final class SessionRow {

  private SessionRow() {}

  /** Binds everything of the session but its rules. */
  static <S extends SqlStatement<S>> S bind(S statement, Session session) {
    return statement
        .bind("id", session.id().value())
        .bind("scenario", session.scenarioId().value())
        .bind("seed", session.seed())
        .bind("status", session.status().wireName())
        .bind("turn", session.turn())
        .bind("revision", session.revision())
        .bind("created", StoredJson.write(session.createdAt()))
        .bind("updated", StoredJson.write(session.updatedAt()))
        .bind("state", StoredJson.write(session.state()))
        .bind("details", StoredJson.write(details(session)));
  }

  private static JsonObject details(Session session) {
    return JsonObject.builder()
        .put("point_of_view", session.pointOfView().value())
        .put(
            "entities",
            new JsonArray(session.entities().stream().<Json>map(Entity::toJson).toList()))
        .putText("world_background", session.worldBackground())
        .put("notes", JsonArray.ofTexts(session.notes()))
        .putOrNull("ending", session.ending().map(Ending::toJson))
        .put("suggested_actions", JsonArray.ofTexts(session.suggestedActions()))
        .build();
  }

  /** Returns the session of a row that has all columns. */
  static Session session(ResultSet row, ScenarioSpec spec) throws SQLException {
    JsonObject details = StoredJson.object(row.getString("details"));
    return new Session(
        new SessionId(row.getString("id")),
        new ScenarioId(row.getString("scenario_id")),
        row.getLong("seed"),
        spec,
        StoredJson.object(row.getString("state")),
        list(details, "entities").objects().map(Entity::from).toList(),
        new EntityId(details.text("point_of_view").orElseThrow()),
        details.text("world_background"),
        list(details, "notes").texts().toList(),
        SessionStatus.named(row.getString("status")),
        details.object("ending").map(Ending::from),
        row.getInt("turn"),
        row.getLong("revision"),
        list(details, "suggested_actions").texts().toList(),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("updated_at")));
  }

  /** Returns the summary of a row that has the columns of a list. */
  static SessionSummary summary(ResultSet row) throws SQLException {
    return new SessionSummary(
        new SessionId(row.getString("id")),
        new ScenarioId(row.getString("scenario_id")),
        row.getInt("turn"),
        SessionStatus.named(row.getString("status")),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("updated_at")));
  }

  private static JsonArray list(JsonObject details, String key) {
    return details.array(key).orElse(JsonArray.EMPTY);
  }
}
