package quietstories.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import quietstories.json.JsonObject;
import quietstories.story.Chronicle;
import quietstories.story.EnrichmentTask;
import quietstories.story.Feeling;
import quietstories.story.Held;
import quietstories.story.KnownMemory;
import quietstories.story.Moment;
import quietstories.story.Relationship;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/** Reads and writes all rows of a session at once, except the first. */
final class Chronicles {

  private static final String MADE =
      " WHERE session_id = :id AND made_turn <= :turn ORDER BY place, made_turn";

  private Chronicles() {}

  /** Returns everything up to where {@code session} stands. */
  static Chronicle read(Handle handle, Session session) {
    SessionId id = session.id();
    int turn = session.turn();
    return new Chronicle(
        session,
        moments(handle, id, turn),
        turns(handle, id, turn),
        memories(handle, id, turn),
        spans(handle, "relationships", id, turn, Relationship::from),
        feelings(handle, id, turn),
        spans(handle, "tasks", id, turn, EnrichmentTask::from));
  }

  private static List<Moment> moments(Handle handle, SessionId id, int turn) {
    return handle
        .createQuery(
            "SELECT turn AS moment, state, details FROM moments"
                + " WHERE session_id = :id AND turn <= :turn ORDER BY turn")
        .bind("id", id.value())
        .bind("turn", turn)
        .map((row, _) -> SessionRow.moment(row))
        .list();
  }

  private static List<Turn> turns(Handle handle, SessionId id, int turn) {
    return handle
        .createQuery(
            "SELECT body, idempotency_key FROM turns"
                + " WHERE session_id = :id AND number <= :turn ORDER BY number")
        .bind("id", id.value())
        .bind("turn", turn)
        .map((row, _) -> TurnRow.turn(row))
        .list();
  }

  private static List<Held<KnownMemory>> memories(Handle handle, SessionId id, int turn) {
    return handle
        .createQuery("SELECT * FROM memories" + MADE)
        .bind("id", id.value())
        .bind("turn", turn)
        .map(
            (row, _) ->
                new Held<>(
                    MindTables.known(
                        row.getString("body"),
                        row.getString("vector_model"),
                        row.getBytes("vector")),
                    row.getInt("made_turn"),
                    gone(Optional.ofNullable(row.getObject("gone_turn")), turn)))
        .list();
  }

  private static List<Held<Feeling>> feelings(Handle handle, SessionId id, int turn) {
    return handle
        .createQuery("SELECT made_turn, body FROM feelings" + MADE)
        .bind("id", id.value())
        .bind("turn", turn)
        .map(
            (row, _) ->
                new Held<>(
                    Feeling.from(StoredJson.object(row.getString("body"))),
                    row.getInt("made_turn"),
                    OptionalInt.empty()))
        .list();
  }

  private static <T> List<Held<T>> spans(
      Handle handle, String table, SessionId id, int turn, Function<JsonObject, T> read) {
    return handle
        .createQuery("SELECT made_turn, gone_turn, body FROM " + table + MADE)
        .bind("id", id.value())
        .bind("turn", turn)
        .map(
            (row, _) ->
                new Held<>(
                    read.apply(StoredJson.object(row.getString("body"))),
                    row.getInt("made_turn"),
                    gone(Optional.ofNullable(row.getObject("gone_turn")), turn)))
        .list();
  }

  /** An end that lies beyond the last turn has not come. */
  private static OptionalInt gone(Optional<Object> column, int through) {
    return column
        .map(turn -> ((Number) turn).intValue())
        .filter(turn -> turn <= through)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Writes everything but the row of the session. */
  static void write(Handle handle, Chronicle chronicle) {
    SessionId id = chronicle.session().id();
    PreparedBatch moments = handle.prepareBatch(SqliteSessions.ADD_MOMENT);
    chronicle.moments().forEach(moment -> SessionRow.bind(moments, id, moment).add());
    moments.execute();
    PreparedBatch turns = handle.prepareBatch(SqliteSessions.ADD_TURN);
    chronicle.turns().forEach(turn -> TurnRow.bind(turns, id, turn).add());
    turns.execute();
    restore(
        handle,
        MindTables.MEMORIES,
        id,
        chronicle.memories(),
        known -> MindTables.key(known.memory().id()),
        known -> known.memory().toJson());
    restore(
        handle,
        MindTables.RELATIONSHIPS,
        id,
        chronicle.relationships(),
        MindTables::key,
        Relationship::toJson);
    restore(
        handle,
        MindTables.TASKS,
        id,
        chronicle.tasks(),
        task -> MindTables.key(task.id()),
        EnrichmentTask::toJson);
    for (Held<Feeling> span : chronicle.feelings()) {
      MindTables.addFeeling(handle, id, span.made(), span.thing());
    }
    embed(handle, id, chronicle.memories());
  }

  private static <T> void restore(
      Handle handle,
      Versions table,
      SessionId id,
      List<Held<T>> spans,
      Function<T, String> key,
      Function<T, JsonObject> body) {
    PreparedBatch rows = handle.prepareBatch(table.insertion());
    Map<String, Integer> places = new HashMap<>();
    for (Held<T> span : spans) {
      String own = key.apply(span.thing());
      places.putIfAbsent(own, places.size() + 1);
      Versions.bind(
              rows,
              id,
              own,
              new Versions.Version(
                  span.made(),
                  span.gone(),
                  places.get(own),
                  StoredJson.write(body.apply(span.thing()))))
          .add();
    }
    rows.execute();
  }

  private static void embed(Handle handle, SessionId id, List<Held<KnownMemory>> spans) {
    PreparedBatch rows = handle.prepareBatch(MindTables.EMBED);
    for (Held<KnownMemory> span : spans) {
      KnownMemory known = span.thing();
      known.vector().ifPresent(v -> MindTables.bind(rows, id, known.memory(), v).add());
    }
    rows.execute();
  }
}
