package quietstories.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import quietstories.engine.RevisionConflict;
import quietstories.engine.SessionStore;
import quietstories.engine.SessionSummary;
import quietstories.json.JsonObject;
import quietstories.story.IdempotencyKey;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/**
 * Sessions and their turns. A turn costs one new row and one changed one, however many there are.
 */
final class SqliteSessions implements SessionStore {

  private static final String CREATE =
      """
      INSERT INTO sessions
        (id, scenario_id, spec_hash, seed, status, turn, revision, created_at, updated_at,
         state, details)
      VALUES
        (:id, :scenario, :spec, :seed, :status, :turn, :revision, :created, :updated,
         :state, :details)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String BEGIN =
      "INSERT INTO beginnings (session_id, state, details) VALUES (:id, :state, :details)";

  private static final String CHANGE =
      """
      UPDATE sessions
      SET status = :status, turn = :turn, revision = :revision, updated_at = :updated,
          state = :state, details = :details
      WHERE id = :id AND revision = :revision - 1 AND turn = :turn - :played
      """;

  private static final String ADD_TURN =
      """
      INSERT INTO turns (session_id, number, idempotency_key, body)
      VALUES (:session, :number, :key, :body)
      ON CONFLICT DO NOTHING
      """;

  private static final String SAVE_TIMELINE =
      """
      INSERT INTO timelines (session_id, turn, body)
      SELECT session_id, number, :body FROM turns WHERE session_id = :id AND number = :turn
      ON CONFLICT (session_id, turn) DO UPDATE SET body = excluded.body
      """;

  private final Database database;
  private final SpecShelf specs;

  SqliteSessions(Database database, SpecShelf specs) {
    this.database = database;
    this.specs = specs;
  }

  @Override
  public void create(Session session) {
    database.write(
        handle -> {
          String spec = specs.put(handle, session.spec());
          int created =
              SessionRow.bind(handle.createUpdate(CREATE), session).bind("spec", spec).execute();
          require(created == 1, "the session " + session.id() + " exists already");
          return SessionRow.bind(handle.createUpdate(BEGIN), session).execute();
        });
  }

  @Override
  public Optional<Session> load(SessionId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM sessions WHERE id = :id")
                .bind("id", id.value())
                .map(
                    (row, _) ->
                        SessionRow.session(row, specs.take(handle, row.getString("spec_hash"))))
                .findOne());
  }

  @Override
  public List<SessionSummary> newest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, scenario_id, turn, status, created_at, updated_at FROM sessions
                    ORDER BY updated_at DESC, rowid DESC LIMIT :limit
                    """)
                .bind("limit", limit)
                .map((row, _) -> SessionRow.summary(row))
                .list());
  }

  @Override
  public void append(Session after, Turn turn) {
    require(after.turn() == turn.number(), "the session is not the one after the turn");
    database.write(
        handle -> {
          change(handle, after, 1);
          int added = TurnRow.bind(handle.createUpdate(ADD_TURN), after.id(), turn).execute();
          require(added == 1, "a turn was stored under the same number or key already");
          return added;
        });
  }

  @Override
  public void update(Session after) {
    database.write(handle -> change(handle, after, 0));
  }

  /** Changes the row of the session, if it has the revision and the number of turns before this. */
  private static int change(Handle handle, Session after, int played) {
    int changed =
        SessionRow.bind(handle.createUpdate(CHANGE), after).bind("played", played).execute();
    if (changed == 0) {
      require(!stands(handle, after), "turn " + after.turn() + " does not follow the stored one");
      throw new RevisionConflict();
    }
    return changed;
  }

  /** Returns whether the stored session has the revision before this one. */
  private static boolean stands(Handle handle, Session after) {
    return handle
        .createQuery("SELECT count(*) FROM sessions WHERE id = :id AND revision = :revision - 1")
        .bind("id", after.id().value())
        .bind("revision", after.revision())
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public Optional<Turn> turn(SessionId id, int number) {
    return database.read(
        handle ->
            turns(handle, "session_id = :id AND number = :number", id)
                .bind("number", number)
                .map((row, _) -> TurnRow.turn(row))
                .findOne());
  }

  @Override
  public Optional<Turn> turn(SessionId id, IdempotencyKey key) {
    return database.read(
        handle ->
            turns(handle, "session_id = :id AND idempotency_key = :key", id)
                .bind("key", key.value())
                .map((row, _) -> TurnRow.turn(row))
                .findOne());
  }

  @Override
  public List<Turn> turns(SessionId id, int from, int limit) {
    return database.read(
        handle ->
            turns(handle, "session_id = :id AND number >= :from ORDER BY number LIMIT :limit", id)
                .bind("from", from)
                .bind("limit", limit)
                .map((row, _) -> TurnRow.turn(row))
                .list());
  }

  private static Query turns(Handle handle, String which, SessionId id) {
    return handle
        .createQuery("SELECT body, idempotency_key FROM turns WHERE " + which)
        .bind("id", id.value());
  }

  @Override
  public boolean delete(SessionId id) {
    return database.write(
        handle ->
            handle
                    .createUpdate("DELETE FROM sessions WHERE id = :id")
                    .bind("id", id.value())
                    .execute()
                == 1);
  }

  @Override
  public void saveTimeline(SessionId id, int turn, JsonObject timeline) {
    database.write(
        handle ->
            handle
                .createUpdate(SAVE_TIMELINE)
                .bind("id", id.value())
                .bind("turn", turn)
                .bind("body", StoredJson.write(timeline))
                .execute());
  }

  @Override
  public Optional<JsonObject> timeline(SessionId id, int turn) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT body FROM timelines WHERE session_id = :id AND turn = :turn")
                .bind("id", id.value())
                .bind("turn", turn)
                .mapTo(String.class)
                .map(StoredJson::object)
                .findOne());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
