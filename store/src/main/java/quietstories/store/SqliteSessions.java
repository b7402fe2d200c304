package quietstories.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import quietstories.engine.RevisionConflict;
import quietstories.engine.SessionStore;
import quietstories.engine.SessionSummary;
import quietstories.json.JsonObject;
import quietstories.story.Chronicle;
import quietstories.story.IdempotencyKey;
import quietstories.story.Knowledge;
import quietstories.story.Memory;
import quietstories.story.MindChange;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;
import quietstories.story.Vector;

/**
 * Sessions and their turns. A turn costs two new rows and a changed one, however many there are,
 * and going back changes one.
 */
final class SqliteSessions implements SessionStore {

  private static final String CREATE =
      """
      INSERT INTO sessions
        (id, scenario_id, spec_hash, seed, status, turn, last_turn, revision, created_at,
         updated_at, parent_id, branch)
      VALUES
        (:id, :scenario, :spec, :seed, :status, :turn, :turn, :revision, :created,
         :updated, :parent, :branch)
      ON CONFLICT (id) DO NOTHING
      """;

  static final String ADD_MOMENT =
      """
      INSERT INTO moments (session_id, turn, status, state, details)
      VALUES (:id, :turn, :status, :state, :details)
      """;

  private static final String CHANGE_MOMENT =
      """
      UPDATE moments SET state = :state, details = :details, status = :status
      WHERE session_id = :id AND turn = :turn
      """;

  private static final String CHANGE =
      """
      UPDATE sessions
      SET status = :status, turn = :turn, last_turn = max(:turn, :last), revision = :revision,
          updated_at = :updated
      WHERE id = :id AND revision = :revision - 1 AND turn = :turn - :played
      """;

  private static final String LOAD =
      """
      SELECT sessions.*, moments.turn AS moment, state, details
      FROM sessions JOIN moments ON session_id = id
      """;

  private static final String LISTED =
      "SELECT id, scenario_id, turn, status, created_at, updated_at, parent_id, branch"
          + " FROM sessions ";

  private static final String GO =
      """
      UPDATE sessions
      SET turn = :turn, revision = revision + 1, updated_at = :updated,
          status = (SELECT status FROM moments WHERE session_id = :id AND turn = :turn)
      WHERE id = :id AND EXISTS (SELECT 1 FROM moments WHERE session_id = :id AND turn = :turn)
      """;

  static final String ADD_TURN =
      """
      INSERT INTO turns (session_id, number, idempotency_key, body)
      VALUES (:session, :number, :key, :body)
      ON CONFLICT DO NOTHING
      """;

  private static final String SAVE_TIMELINE =
      """
      INSERT INTO timelines (session_id, turn, body)
      SELECT session_id, number, :timeline FROM turns
      WHERE session_id = :session AND number = :number AND body = :body
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
          insert(handle, session);
          return SessionRow.bind(handle.createUpdate(ADD_MOMENT), session.id(), session.moment())
              .execute();
        });
  }

  private void insert(Handle handle, Session session) {
    String spec = specs.put(handle, session.spec());
    int created =
        SessionRow.bind(handle.createUpdate(CREATE), session).bind("spec", spec).execute();
    require(created == 1, "the session " + session.id() + " exists already");
  }

  @Override
  public Optional<Session> load(SessionId id) {
    return database.read(handle -> load(handle, id));
  }

  private Optional<Session> load(Handle handle, SessionId id) {
    return sessions(
            handle,
            handle.createQuery(LOAD + "WHERE id = :id AND moments.turn = sessions.turn"),
            id)
        .findOne();
  }

  @Override
  public Optional<Session> load(SessionId id, int turn) {
    return database.read(handle -> load(handle, id, turn));
  }

  private Optional<Session> load(Handle handle, SessionId id, int turn) {
    return sessions(
            handle,
            handle
                .createQuery(
                    LOAD + "WHERE id = :id AND moments.turn = :turn AND :turn <= sessions.turn")
                .bind("turn", turn),
            id)
        .findOne();
  }

  private ResultIterable<Session> sessions(Handle handle, Query query, SessionId id) {
    return query
        .bind("id", id.value())
        .map((row, _) -> SessionRow.session(row, specs.take(handle, row.getString("spec_hash"))));
  }

  @Override
  public List<SessionSummary> newest(int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(LISTED + "ORDER BY updated_at DESC, rowid DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, _) -> SessionRow.summary(row))
                .list());
  }

  @Override
  public List<SessionSummary> branches(SessionId id) {
    return database.read(
        handle ->
            handle
                .createQuery(LISTED + "WHERE parent_id = :id ORDER BY rowid")
                .bind("id", id.value())
                .map((row, _) -> SessionRow.summary(row))
                .list());
  }

  @Override
  public void append(Session after, Turn turn, MindChange change) {
    play(after, turn, change, 1);
  }

  @Override
  public void replace(Session after, Turn turn, MindChange change) {
    play(after, turn, change, 0);
  }

  /** Stores the turn that follows {@code after.turn() - 1}; the pointer moves by {@code steps}. */
  private void play(Session after, Turn turn, MindChange change, int steps) {
    require(after.turn() == turn.number(), "the session is not the one after the turn");
    database.write(
        handle -> {
          change(handle, after, steps, 0);
          if (!add(handle, after.id(), turn)) {
            // why: a turn that was undone stands there; or else the second attempt fails as well.
            forgetAfter(handle, after.id(), turn.number() - 1);
            boolean added = add(handle, after.id(), turn);
            require(added, "a turn was stored under the same key already");
          }
          SessionRow.bind(handle.createUpdate(ADD_MOMENT), after.id(), after.moment()).execute();
          MindTables.change(handle, after.id(), turn.number(), change);
          return turn;
        });
  }

  private static boolean add(Handle handle, SessionId id, Turn turn) {
    return TurnRow.bind(handle.createUpdate(ADD_TURN), id, turn).execute() == 1;
  }

  private static void forgetAfter(Handle handle, SessionId id, int turn) {
    handle
        .createUpdate("DELETE FROM turns WHERE session_id = :id AND number > :turn")
        .bind("id", id.value())
        .bind("turn", turn)
        .execute();
    handle
        .createUpdate("DELETE FROM moments WHERE session_id = :id AND turn > :turn")
        .bind("id", id.value())
        .bind("turn", turn)
        .execute();
    MindTables.forgetAfter(handle, id, turn);
  }

  @Override
  public void update(Session after, int owner, MindChange change) {
    require(owner >= 0 && owner <= after.turn(), "there is no turn " + owner);
    database.write(
        handle -> {
          change(handle, after, 0, lastTurn(handle, after.id()));
          MindTables.change(handle, after.id(), owner, change);
          return SessionRow.bind(handle.createUpdate(CHANGE_MOMENT), after.id(), after.moment())
              .execute();
        });
  }

  /**
   * Changes the row of the session, if it has the revision and the number of turns before this.
   *
   * @param last the last turn to which one can go afterwards, if it is later than the session's
   */
  private static void change(Handle handle, Session after, int played, int last) {
    int changed =
        SessionRow.bind(handle.createUpdate(CHANGE), after)
            .bind("played", played)
            .bind("last", last)
            .execute();
    if (changed == 0) {
      require(!stands(handle, after), "turn " + after.turn() + " does not follow the stored one");
      throw new RevisionConflict();
    }
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
  public Optional<Session> goTo(SessionId id, int turn, Instant now) {
    return database.write(
        handle -> {
          int moved =
              handle
                  .createUpdate(GO)
                  .bind("id", id.value())
                  .bind("turn", turn)
                  .bind("updated", StoredJson.write(now))
                  .execute();
          return moved == 1 ? load(handle, id) : Optional.empty();
        });
  }

  @Override
  public int lastTurn(SessionId id) {
    return database.read(handle -> lastTurn(handle, id));
  }

  private static int lastTurn(Handle handle, SessionId id) {
    return handle
        .createQuery("SELECT last_turn FROM sessions WHERE id = :id")
        .bind("id", id.value())
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  @Override
  public Knowledge mind(SessionId id, int turn) {
    return database.readTogether(handle -> MindTables.at(handle, id, turn));
  }

  @Override
  public void saveVectors(SessionId id, Map<Memory, Vector> vectors) {
    database.write(
        handle -> {
          vectors.forEach((memory, vector) -> MindTables.embed(handle, id, memory, vector));
          return vectors.size();
        });
  }

  @Override
  public Optional<Turn> turn(SessionId id, int number) {
    return database.read(
        handle ->
            turns(handle, "number = :number", id)
                .bind("number", number)
                .map((row, _) -> TurnRow.turn(row))
                .findOne());
  }

  @Override
  public Optional<Turn> turn(SessionId id, IdempotencyKey key) {
    return database.read(
        handle ->
            turns(handle, "idempotency_key = :key", id)
                .bind("key", key.value())
                .map((row, _) -> TurnRow.turn(row))
                .findOne());
  }

  @Override
  public List<Turn> turns(SessionId id, int from, int limit) {
    return database.read(
        handle ->
            turns(handle, "number >= :from ORDER BY number LIMIT :limit", id)
                .bind("from", from)
                .bind("limit", limit)
                .map((row, _) -> TurnRow.turn(row))
                .list());
  }

  private static Query turns(Handle handle, String which, SessionId id) {
    return handle
        .createQuery(
            "SELECT body, idempotency_key FROM turns WHERE session_id = :id AND number <="
                + " (SELECT turn FROM sessions WHERE id = :id) AND "
                + which)
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
  public void saveTimeline(SessionId id, Turn turn, JsonObject timeline) {
    database.write(
        handle ->
            TurnRow.bind(handle.createUpdate(SAVE_TIMELINE), id, turn)
                .bind("timeline", StoredJson.write(timeline))
                .execute());
  }

  @Override
  public Optional<JsonObject> timeline(SessionId id, int turn) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT body FROM timelines WHERE session_id = :id AND turn = :turn"
                        + " AND turn <= (SELECT turn FROM sessions WHERE id = :id)")
                .bind("id", id.value())
                .bind("turn", turn)
                .mapTo(String.class)
                .map(StoredJson::object)
                .findOne());
  }

  @Override
  public Optional<Chronicle> chronicle(SessionId id, int through) {
    return database.readTogether(
        handle -> load(handle, id, through).map(session -> Chronicles.read(handle, session)));
  }

  @Override
  public void restore(Chronicle chronicle) {
    database.write(
        handle -> {
          insert(handle, chronicle.session());
          Chronicles.write(handle, chronicle);
          return chronicle;
        });
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
