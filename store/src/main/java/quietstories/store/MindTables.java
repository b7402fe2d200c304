package quietstories.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.EnrichmentTask;
import quietstories.story.Feeling;
import quietstories.story.Knowledge;
import quietstories.story.KnownMemory;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MindChange;
import quietstories.story.Relationship;
import quietstories.story.SessionId;
import quietstories.story.TaskId;
import quietstories.story.Vector;

/** The tables of what the cast knows and feels. */
final class MindTables {

  static final Versions MEMORIES = new Versions("memories");
  static final Versions RELATIONSHIPS = new Versions("relationships");
  static final Versions TASKS = new Versions("tasks");

  static final String EMBED =
      """
      UPDATE memories SET vector_model = :model, vector = :vector
      WHERE session_id = :id AND key = :key AND body = :body
      """;

  private static final String HELD =
      " WHERE session_id = :id AND made_turn <= :turn AND (gone_turn IS NULL OR gone_turn > :turn)"
          + " ORDER BY place";

  private MindTables() {}

  /** Makes the change part of that turn; what is removed goes before anything is written. */
  static void change(Handle handle, SessionId id, int turn, MindChange change) {
    change.removed().forEach(memory -> MEMORIES.remove(handle, id, key(memory), turn));
    change.written().forEach(memory -> write(handle, id, turn, memory));
    change
        .relationships()
        .forEach(edge -> RELATIONSHIPS.put(handle, id, key(edge), turn, body(edge.toJson())));
    change.feelings().forEach(feeling -> addFeeling(handle, id, turn, feeling));
    change
        .tasks()
        .forEach(task -> TASKS.put(handle, id, key(task.id()), turn, body(task.toJson())));
  }

  /** A version with the same content keeps the vector; one with another has none yet. */
  private static void write(Handle handle, SessionId id, int turn, Memory memory) {
    String key = key(memory.id());
    Optional<Versions.Version> before =
        MEMORIES.of(handle, id, key).stream().filter(v -> v.holdsAt(turn)).findFirst();
    MEMORIES.put(handle, id, key, turn, body(memory.toJson()));
    before.ifPresent(
        old -> {
          boolean same = memory(old.body()).content().equals(memory.content());
          handle
              .createUpdate(
                  """
                  UPDATE memories SET (vector_model, vector) =
                    (SELECT vector_model, vector FROM memories
                     WHERE session_id = :id AND key = :key AND made_turn = :source)
                  WHERE session_id = :id AND key = :key AND made_turn = :turn
                  """)
              .bind("id", id.value())
              .bind("key", key)
              // why: no turn comes before the first, so there is nothing to copy.
              .bind("source", same ? old.made() : -1)
              .bind("turn", turn)
              .execute();
        });
  }

  static void addFeeling(Handle handle, SessionId id, int turn, Feeling feeling) {
    handle
        .createUpdate(
            """
            INSERT INTO feelings (session_id, place, made_turn, body)
            SELECT :id, coalesce(max(place), 0) + 1, :turn, :body
            FROM feelings WHERE session_id = :id
            """)
        .bind("id", id.value())
        .bind("turn", turn)
        .bind("body", body(feeling.toJson()))
        .execute();
  }

  /** Takes back all that turns after that one have changed. */
  static void forgetAfter(Handle handle, SessionId id, int turn) {
    MEMORIES.forgetAfter(handle, id, turn);
    RELATIONSHIPS.forgetAfter(handle, id, turn);
    TASKS.forgetAfter(handle, id, turn);
    handle
        .createUpdate("DELETE FROM feelings WHERE session_id = :id AND made_turn > :turn")
        .bind("id", id.value())
        .bind("turn", turn)
        .execute();
  }

  static void embed(Handle handle, SessionId id, Memory memory, Vector vector) {
    bind(handle.createUpdate(EMBED), id, memory, vector).execute();
  }

  static <S extends SqlStatement<S>> S bind(
      S statement, SessionId id, Memory memory, Vector vector) {
    return statement
        .bind("id", id.value())
        .bind("key", key(memory.id()))
        .bind("body", body(memory.toJson()))
        .bind("model", vector.model())
        .bind("vector", vector.bytes());
  }

  /** Returns what holds after that turn. */
  static Knowledge at(Handle handle, SessionId id, int turn) {
    List<KnownMemory> known =
        query(handle, "SELECT body, vector_model, vector FROM memories" + HELD, id, turn)
            .map((row, _) -> known(row.getString(1), row.getString(2), row.getBytes(3)))
            .list();
    Map<MemoryId, Vector> vectors = new HashMap<>();
    known.forEach(k -> k.vector().ifPresent(vector -> vectors.put(k.memory().id(), vector)));
    return new Knowledge(
        known.stream().map(KnownMemory::memory).toList(),
        vectors,
        bodies(handle, "SELECT body FROM relationships" + HELD, id, turn, Relationship::from),
        bodies(
            handle,
            "SELECT body FROM feelings WHERE session_id = :id AND made_turn <= :turn"
                + " ORDER BY place",
            id,
            turn,
            Feeling::from),
        bodies(handle, "SELECT body FROM tasks" + HELD, id, turn, EnrichmentTask::from));
  }

  private static <T> List<T> bodies(
      Handle handle, String query, SessionId id, int turn, Function<JsonObject, T> read) {
    return query(handle, query, id, turn)
        .map((row, _) -> read.apply(StoredJson.object(row.getString("body"))))
        .list();
  }

  private static Query query(Handle handle, String query, SessionId id, int turn) {
    return handle.createQuery(query).bind("id", id.value()).bind("turn", turn);
  }

  static KnownMemory known(String body, @Nullable String model, byte @Nullable [] vector) {
    return new KnownMemory(
        memory(body),
        model == null || vector == null ? Optional.empty() : Optional.of(Vector.of(model, vector)));
  }

  private static Memory memory(String body) {
    return Memory.from(StoredJson.object(body));
  }

  static String key(MemoryId id) {
    return StoredJson.write(Json.of(id.value()));
  }

  static String key(TaskId id) {
    return StoredJson.write(Json.of(id.value()));
  }

  static String key(Relationship edge) {
    return StoredJson.write(JsonArray.of(Json.of(edge.from().value()), Json.of(edge.to().value())));
  }

  static String body(JsonObject json) {
    return StoredJson.write(json);
  }
}
