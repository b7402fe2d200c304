package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.engine.Sample;
import quietstories.json.JsonObject;
import quietstories.story.Knowledge;
import quietstories.story.MindChange;
import quietstories.story.Moment;
import quietstories.story.Session;
import quietstories.story.SpecWriter;
import quietstories.story.Turn;

/** A file of the first version opens, and its stories go on. */
final class MigrationTest {

  @TempDir private Path directory;

  @Test
  void aStoryOfTheFirstVersionGoesOnAndCanGoBackAsFarAsWasKept() throws Exception {
    Session begun = Sample.session("one");
    Session first = Sample.after(begun, Sample.turn(begun, "one"));
    Session second = Sample.after(first, Sample.turn(first, "two"));
    writeFirstVersion(begun, first, second);

    try (SqliteStore store = SqliteStore.open(directory.resolve("stories.db"))) {
      assertThat(store.sessions().load(begun.id())).contains(second);
      assertThat(store.sessions().turns(begun.id(), 1, 10)).hasSize(2);
      assertThat(store.sessions().mind(begun.id(), 2)).isEqualTo(Knowledge.EMPTY);
      Turn turn = Sample.turn(second, "three");
      Session third = Sample.after(second, turn);
      store.sessions().append(third, turn, MindChange.NONE);

      assertThat(store.sessions().goTo(begun.id(), 1, Sample.BEGINNING)).isEmpty();
      assertThat(store.sessions().goTo(begun.id(), 2, Sample.BEGINNING).orElseThrow().moment())
          .isEqualTo(second.moment());
      assertThat(store.sessions().goTo(begun.id(), 0, Sample.BEGINNING).orElseThrow().moment())
          .isEqualTo(begun.moment());
      assertThat(store.sessions().goTo(begun.id(), 3, Sample.BEGINNING).orElseThrow().moment())
          .isEqualTo(third.moment());
    }
  }

  private void writeFirstVersion(Session begun, Session first, Session second) throws SQLException {
    String url = "jdbc:sqlite:" + directory.resolve("stories.db");
    Flyway.configure(MigrationTest.class.getClassLoader())
        .dataSource(url, "", "")
        .locations("classpath:" + Schema.MIGRATIONS)
        .target("1")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url)) {
      run(
          connection,
          "INSERT INTO specs VALUES ('hash', ?)",
          StoredJson.write(SpecWriter.write(begun.spec())));
      run(
          connection,
          "INSERT INTO sessions VALUES (?, 'lighthouse', 'hash', %d, 'active', 2, 2, ?, ?, ?, ?)"
              .formatted(begun.seed()),
          begun.id().value(),
          StoredJson.write(begun.createdAt()),
          StoredJson.write(second.updatedAt()),
          StoredJson.write(second.state()),
          StoredJson.write(details(second.moment())));
      run(
          connection,
          "INSERT INTO beginnings VALUES (?, ?, ?)",
          begun.id().value(),
          StoredJson.write(begun.state()),
          StoredJson.write(details(begun.moment())));
      for (Turn turn : new Turn[] {Sample.turn(begun, "one"), Sample.turn(first, "two")}) {
        run(
            connection,
            "INSERT INTO turns VALUES (?, %d, NULL, ?)".formatted(turn.number()),
            begun.id().value(),
            StoredJson.write(turn.toJson().without("attempt").without("tool_calls")));
      }
    }
  }

  /** Returns what the first version kept of a moment beside its state. */
  private static JsonObject details(Moment moment) {
    return moment.toJson().without("state").without("turn").without("summary");
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
