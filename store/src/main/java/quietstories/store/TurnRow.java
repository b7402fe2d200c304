package quietstories.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import quietstories.story.IdempotencyKey;
import quietstories.story.SessionId;
import quietstories.story.Turn;

/** The row of a turn. The key is a column of its own and no part of the body. */
final class TurnRow {

  private TurnRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, SessionId session, Turn turn) {
    return statement
        .bind("session", session.value())
        .bind("number", turn.number())
        .bind("key", turn.input().key().map(IdempotencyKey::value))
        .bind("body", StoredJson.write(turn.toJson()));
  }

  /** Returns the turn of a row with the columns {@code body} and {@code idempotency_key}. */
  static Turn turn(ResultSet row) throws SQLException {
    Turn turn = Turn.from(StoredJson.object(row.getString("body")));
    return Optional.ofNullable(row.getString("idempotency_key"))
        .map(key -> turn.withKey(new IdempotencyKey(key)))
        .orElse(turn);
  }
}
