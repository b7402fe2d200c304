package quietstories.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import quietstories.engine.SessionSummary;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.Branch;
import quietstories.story.Moment;
import quietstories.story.Premise;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SessionStatus;

/** The row of a session, and the rows of how it stood after its turns. */
final class SessionRow {

  private SessionRow() {}

  /** Binds everything of the session but its rules and its moment. */
  static <S extends SqlStatement<S>> S bind(S statement, Session session) {
    Optional<Branch> branch = session.premise().branch();
    return statement
        .bind("id", session.id().value())
        .bind("scenario", session.scenarioId().value())
        .bind("seed", session.seed())
        .bind("status", session.status().wireName())
        .bind("turn", session.turn())
        .bind("revision", session.revision())
        .bind("created", StoredJson.write(session.createdAt()))
        .bind("updated", StoredJson.write(session.updatedAt()))
        .bind("parent", branch.map(b -> b.parent().value()))
        .bind("branch", branch.map(SessionRow::branch).map(StoredJson::write));
  }

  /** Binds a moment of the session with that id. */
  static <S extends SqlStatement<S>> S bind(S statement, SessionId id, Moment moment) {
    return statement
        .bind("id", id.value())
        .bind("turn", moment.turn())
        .bind("status", status(moment).wireName())
        .bind("state", StoredJson.write(moment.state()))
        .bind("details", StoredJson.write(moment.toJson().without("state").without("turn")));
  }

  private static SessionStatus status(Moment moment) {
    return moment.ending().map(e -> e.kind().status()).orElse(SessionStatus.ACTIVE);
  }

  /** Returns the session of a row that has all columns of both tables. */
  static Session session(ResultSet row, ScenarioSpec spec) throws SQLException {
    return new Session(
        new SessionId(row.getString("id")),
        new Premise(
            new ScenarioId(row.getString("scenario_id")),
            spec,
            row.getLong("seed"),
            Instant.parse(row.getString("created_at")),
            branch(row)),
        moment(row),
        row.getLong("revision"),
        Instant.parse(row.getString("updated_at")));
  }

  /**
   * Returns the moment of a row with the columns {@code moment}, {@code state}, {@code details}.
   */
  static Moment moment(ResultSet row) throws SQLException {
    return Moment.from(
        StoredJson.object(row.getString("details"))
            .with("turn", Json.of(row.getInt("moment")))
            .with("state", StoredJson.object(row.getString("state"))));
  }

  /** Returns the summary of a row that has the columns of a list. */
  static SessionSummary summary(ResultSet row) throws SQLException {
    return new SessionSummary(
        new SessionId(row.getString("id")),
        new ScenarioId(row.getString("scenario_id")),
        row.getInt("turn"),
        SessionStatus.named(row.getString("status")),
        Instant.parse(row.getString("created_at")),
        Instant.parse(row.getString("updated_at")),
        branch(row));
  }

  private static JsonObject branch(Branch branch) {
    return JsonObject.builder()
        .put("from_turn", branch.fromTurn())
        .putText("name", branch.name())
        .build();
  }

  private static Optional<Branch> branch(ResultSet row) throws SQLException {
    Optional<String> parent = Optional.ofNullable(row.getString("parent_id"));
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    JsonObject branch = StoredJson.object(row.getString("branch"));
    return Optional.of(
        new Branch(
            new SessionId(parent.get()),
            (int) branch.integer("from_turn").orElseThrow(),
            branch.text("name")));
  }
}
