package quietstories.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import quietstories.story.SessionId;

/**
 * A table whose rows are versions: each holds after the turns from {@code made_turn} on and before
 * {@code gone_turn}. A change may be dated back before turns that came since; what these have said
 * prevails for them.
 */
record Versions(String table) {

  /** One version of one thing. */
  record Version(int made, OptionalInt gone, long place, String body) {

    boolean holdsAt(int turn) {
      return made <= turn && (gone.isEmpty() || gone.getAsInt() > turn);
    }
  }

  /** Returns all versions of one thing, the oldest first. */
  List<Version> of(Handle handle, SessionId session, String key) {
    return handle
        .createQuery(
            "SELECT made_turn, gone_turn, place, body FROM %s".formatted(table)
                + " WHERE session_id = :session AND key = :key ORDER BY made_turn")
        .bind("session", session.value())
        .bind("key", key)
        .map(
            (row, _) ->
                new Version(
                    row.getInt("made_turn"),
                    gone(Optional.ofNullable(row.getObject("gone_turn"))),
                    row.getLong("place"),
                    row.getString("body")))
        .list();
  }

  private static OptionalInt gone(Optional<Object> column) {
    return column
        .map(Number.class::cast)
        .map(n -> OptionalInt.of(n.intValue()))
        .orElseGet(OptionalInt::empty);
  }

  /** Makes {@code body} what holds from that turn on. */
  void put(Handle handle, SessionId session, String key, int turn, String body) {
    List<Version> versions = of(handle, session, key);
    Optional<Version> held = versions.stream().filter(v -> v.holdsAt(turn)).findFirst();
    OptionalInt next = versions.stream().mapToInt(Version::made).filter(m -> m > turn).min();
    if (held.filter(v -> v.made() == turn).isPresent()) {
      at(handle, "UPDATE %s SET body = :body WHERE ", session, key, turn)
          .bind("body", body)
          .execute();
      return;
    }
    held.ifPresent(v -> end(handle, session, key, v.made(), turn));
    long place = versions.isEmpty() ? nextPlace(handle, session) : versions.getFirst().place();
    Version made = new Version(turn, held.map(Version::gone).orElse(next), place, body);
    bind(handle.createUpdate(insertion()), session, key, made).execute();
  }

  /** Returns the statement whose values {@link #bind} binds. */
  String insertion() {
    return "INSERT INTO %s (session_id, key, made_turn, gone_turn, place, body)".formatted(table)
        + " VALUES (:session, :key, :made, :gone, :place, :body)";
  }

  static <S extends SqlStatement<S>> S bind(
      S statement, SessionId session, String key, Version version) {
    Optional<Integer> gone =
        version.gone().isPresent() ? Optional.of(version.gone().getAsInt()) : Optional.empty();
    return statement
        .bind("session", session.value())
        .bind("key", key)
        .bind("made", version.made())
        .bind("gone", gone)
        .bind("place", version.place())
        .bind("body", version.body());
  }

  /** Makes nothing hold from that turn on. */
  void remove(Handle handle, SessionId session, String key, int turn) {
    of(handle, session, key).stream()
        .filter(v -> v.holdsAt(turn))
        .forEach(
            v -> {
              if (v.made() == turn) {
                at(handle, "DELETE FROM %s WHERE ", session, key, turn).execute();
              } else {
                end(handle, session, key, v.made(), turn);
              }
            });
  }

  private void end(Handle handle, SessionId session, String key, int made, int gone) {
    at(handle, "UPDATE %s SET gone_turn = :gone WHERE ", session, key, made)
        .bind("gone", gone)
        .execute();
  }

  private Update at(Handle handle, String what, SessionId session, String key, int made) {
    return handle
        .createUpdate(
            what.formatted(table) + "session_id = :session AND key = :key AND made_turn = :made")
        .bind("session", session.value())
        .bind("key", key)
        .bind("made", made);
  }

  private long nextPlace(Handle handle, SessionId session) {
    return handle
        .createQuery(
            "SELECT coalesce(max(place), 0) + 1 FROM %s WHERE session_id = :session"
                .formatted(table))
        .bind("session", session.value())
        .mapTo(Long.class)
        .one();
  }

  /** Takes back all that turns after that one have made and ended. */
  void forgetAfter(Handle handle, SessionId session, int turn) {
    handle
        .createUpdate(
            "DELETE FROM %s WHERE session_id = :session AND made_turn > :turn".formatted(table))
        .bind("session", session.value())
        .bind("turn", turn)
        .execute();
    handle
        .createUpdate(
            "UPDATE %s SET gone_turn = NULL".formatted(table)
                + " WHERE session_id = :session AND gone_turn > :turn")
        .bind("session", session.value())
        .bind("turn", turn)
        .execute();
  }
}
