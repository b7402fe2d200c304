package quietstories.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quietstories.engine.RevisionConflict;
import quietstories.engine.Sample;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.story.IdempotencyKey;
import quietstories.story.MindChange;
import quietstories.story.PlayerInput;
import quietstories.story.PlayerSettings;
import quietstories.story.Scenario;
import quietstories.story.Session;
import quietstories.story.Turn;

final class SqliteStoreTest {

  @TempDir private Path directory;

  @Test
  void everythingIsTheSameAfterTheFileIsOpenedAgain() {
    IdempotencyKey key = new IdempotencyKey("key 1");
    Scenario scenario = Sample.scenario("lighthouse", 0);
    PlayerSettings settings = Sample.settings("Ada 🦊", 1);
    Session before = Sample.session("one");
    Turn first = Sample.turn(before, PlayerInput.words("hello").withKey(key));
    Session between = Sample.after(before, first);
    Turn last = Sample.lastTurn(between);
    Session after = Sample.after(between, last);
    JsonObject timeline = JsonObject.of("turn", Json.of(2));
    try (SqliteStore store = open()) {
      store.scenarios().save(scenario);
      store.settings().save(settings);
      store.sessions().create(before);
      store.sessions().append(between, first, MindChange.NONE);
      store.sessions().append(after, last, MindChange.NONE);
      store.sessions().saveTimeline(before.id(), last, timeline);
    }

    try (SqliteStore store = open()) {
      assertThat(store.scenarios().load(scenario.id())).contains(scenario);
      assertThat(store.scenarios().newest(10)).containsExactly(scenario);
      assertThat(store.settings().load()).contains(settings);
      assertThat(store.sessions().load(before.id())).contains(after);
      assertThat(store.sessions().turns(before.id(), 1, 10)).containsExactly(first, last);
      assertThat(store.sessions().turn(before.id(), key)).contains(first);
      assertThat(store.sessions().timeline(before.id(), 2)).contains(timeline);
    }
  }

  @Test
  void openingAgainAndAgainChangesNoTable() {
    open().close();
    String once = schema();
    new Schema(DatabaseFile.at(file()), DatabaseFile.at(file()).forWriting()).bringUpToDate();
    open().close();

    assertThat(schema()).isEqualTo(once);
  }

  @Test
  void theVersionThatTheProgramKnowsIsThatOfTheLastMigration() throws IOException {
    Path migrations = Path.of("src/main/resources").resolve(Schema.MIGRATIONS);
    try (var files = Files.list(migrations)) {
      assertThat(files.mapToInt(SqliteStoreTest::number).max()).hasValue(Schema.VERSION);
    }
  }

  private static int number(Path migration) {
    String name = migration.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  @Test
  void manyThreadsMayOpenANewFileAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> running =
          threads.invokeAll(
              Collections.nCopies(
                  4,
                  () -> {
                    try (SqliteStore store = open()) {
                      return store.answers();
                    }
                  }));

      for (Future<Boolean> future : running) {
        assertThat(future.get()).isTrue();
      }
    }
    assertThat(directory.resolve("stories.db-migrating")).doesNotExist();
  }

  @Test
  void aSecondProgramOnTheSameFileSeesEveryTurnAndLosesTheRaceForAnOldOne() {
    Session before = Sample.session("one");
    Turn turn = Sample.turn(before, "first");
    Turn late = Sample.turn(before, "late");
    try (SqliteStore one = open();
        SqliteStore two = open()) {
      one.sessions().create(before);
      one.sessions().append(Sample.after(before, turn), turn, MindChange.NONE);

      assertThatThrownBy(
              () -> two.sessions().append(Sample.after(before, late), late, MindChange.NONE))
          .isInstanceOf(RevisionConflict.class);
      assertThat(two.sessions().turns(before.id(), 1, 10)).containsExactly(turn);
    }
  }

  @Test
  void aWriterWaitsForTheTransactionOfAnotherProgram() throws Exception {
    try (SqliteStore store = open();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      statement.execute("BEGIN IMMEDIATE");
      Future<?> waiting = threads.submit(() -> store.sessions().create(Sample.session("one")));
      assertThat(store.sessions().newest(1)).isEmpty();
      statement.execute("COMMIT");

      waiting.get();
      assertThat(store.sessions().newest(1)).hasSize(1);
    }
  }

  @Test
  void everyConnectionMindsForeignKeysAndTheFileKeepsAWriteAheadLog() {
    try (SqliteStore store = open()) {
      assertThat(store.database().<String>read(h -> pragma(h, "foreign_keys"))).isEqualTo("1");
      assertThat(store.database().<String>read(h -> pragma(h, "query_only"))).isEqualTo("1");
      assertThat(store.database().<String>read(h -> pragma(h, "journal_mode"))).isEqualTo("wal");
      assertThat(store.database().<String>write(h -> pragma(h, "foreign_keys"))).isEqualTo("1");
      assertThat(store.database().<String>write(h -> pragma(h, "synchronous"))).isEqualTo("1");
      assertThat(store.database().<String>write(h -> pragma(h, "busy_timeout"))).isEqualTo("10000");
    }
  }

  @Test
  void theDirectoryIsCreatedAndAnyNameWillDo() {
    Path odd = directory.resolve("a b/c?mode=memory/50% #1.db");

    try (SqliteStore store = SqliteStore.open(odd)) {
      store.sessions().create(Sample.session("one"));
    }

    assertThat(odd).isRegularFile();
    try (SqliteStore store = SqliteStore.open(odd)) {
      assertThat(store.sessions().newest(10)).hasSize(1);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedByNameAndLeftAsItIs() throws IOException {
    String text = "Dear diary, this is no database at all. ".repeat(50);
    Files.writeString(file(), text);

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("stories.db")
        .hasMessageContaining("no SQLite database");
    assertThat(file()).hasContent(text);
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefused() throws SQLException {
    execute("CREATE TABLE scenarios (id TEXT PRIMARY KEY, spec JSON)");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another program");
  }

  @Test
  void aDatabaseOfANewerVersionIsRefusedWithBothVersions() throws SQLException {
    open().close();
    execute(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (99, '12', 'later', 'SQL', 'V12__later.sql', '', 1, 1)");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("version 12")
        .hasMessageContaining("after " + Schema.VERSION);
  }

  @Test
  void aDirectoryIsNoDatabase() throws IOException {
    Files.createDirectory(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot open");
  }

  @Test
  void anOpenStoreAnswersAndAClosedOneDoesNot() {
    SqliteStore store = open();
    assertThat(store.answers()).isTrue();

    store.close();
    store.close();

    assertThat(store.answers()).isFalse();
  }

  private Path file() {
    return directory.resolve("stories.db");
  }

  private SqliteStore open() {
    return SqliteStore.open(file());
  }

  private String schema() {
    try (SqliteStore store = open()) {
      return store
          .database()
          .read(
              handle ->
                  String.join(
                      "\n",
                      handle
                          .createQuery("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
                          .mapTo(String.class)
                          .list()));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
  }
}
