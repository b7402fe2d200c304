package quietstories.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Brings the tables of a file to the version that this program knows.
 *
 * <p>Flyway takes several times as long to find that there is nothing to do as all the rest of
 * opening a file. So its own table is read first, and it is started only when it has work.
 */
final class Schema {

  /** The version that this program reads and writes: the number of the last migration. */
  static final int VERSION = 2;

  static final String MIGRATIONS = "quietstories/store/migrations";

  // why: a file lock guards against other processes, not against other threads of this one.
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final DatabaseFile file;
  private final SQLiteDataSource source;

  Schema(DatabaseFile file, SQLiteDataSource source) {
    this.file = file;
    this.source = source;
  }

  /**
   * Creates or changes the tables if they are not up to date; several processes may do this at
   * once.
   *
   * @throws StoreException if the file is no database, belongs to another program or to a newer
   *     version of this one, or cannot be changed
   */
  void bringUpToDate() {
    if (isBehind()) {
      ONE_AT_A_TIME.lock();
      try {
        migrateAlone();
      } finally {
        ONE_AT_A_TIME.unlock();
      }
    }
  }

  private void migrateAlone() {
    Path guard = file.path().resolveSibling(file.path().getFileName() + "-migrating");
    try (FileChannel channel =
            FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (isBehind()) {
        migrate();
      }
      // why: whoever waits for the lock of the deleted file finds nothing left to do.
      Files.deleteIfExists(guard);
    } catch (IOException e) {
      throw StoreException.of("cannot lock " + guard, e);
    }
  }

  private void migrate() {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:" + MIGRATIONS)
          .validateMigrationNaming(true)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw StoreException.of("cannot update the tables of " + file, e);
    }
  }

  private boolean isBehind() {
    int found = version();
    if (found > VERSION) {
      throw new StoreException(
          "the database %s has version %d, but this program knows no version after %d: use a newer program"
              .formatted(file, found, VERSION));
    }
    return found < VERSION;
  }

  /** Returns the number of the last migration that was made, 0 for an empty file. */
  private int version() {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (count(statement, "name = 'flyway_schema_history'") > 0) {
        return number(
            statement,
            "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history"
                + " WHERE success");
      }
      if (count(statement, "name NOT LIKE 'sqlite~_%' ESCAPE '~'") > 0) {
        throw new StoreException("the database " + file + " belongs to another program");
      }
      return 0;
    } catch (SQLiteException e) {
      if (e.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
        throw new StoreException("the file " + file + " is no SQLite database");
      }
      throw StoreException.of("cannot open the database " + file, e);
    } catch (SQLException e) {
      throw StoreException.of("cannot open the database " + file, e);
    }
  }

  private static int count(Statement statement, String condition) throws SQLException {
    return number(
        statement, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND " + condition);
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }
}
