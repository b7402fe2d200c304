package quietstories.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open file: one connection that writes and a few that read.
 *
 * <p>SQLite has one writer at a time and lets the others wait inside native code, where a virtual
 * thread holds on to its carrier. So the writers of this process queue at a fair lock, where
 * waiting costs nothing; only another process can make SQLite itself wait. A transaction begins as
 * a writing one: one that became it later could fail half-way because somebody else has written
 * meanwhile.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private static final int READERS = 4;
  private static final long READER_PATIENCE_MS = 5_000;

  /** So many pages of log are written back by a commit, should {@link WriteBack} not keep up. */
  private static final int LOG_PAGES = 16_000;

  private final ReentrantLock writing = new ReentrantLock(true);
  private final Handle writer;
  private final WriteBack writeBack;
  private final HikariDataSource pool;
  private final Jdbi readers;

  private Database(Handle writer, WriteBack writeBack, HikariDataSource pool) {
    this.writer = writer;
    this.writeBack = writeBack;
    this.pool = pool;
    this.readers = Jdbi.create(pool);
  }

  /**
   * Opens the file, whose tables are up to date from then on.
   *
   * @throws StoreException if that cannot be done; its message names the file
   */
  static Database open(DatabaseFile file) {
    new Schema(file, file.forWriting()).bringUpToDate();
    try {
      Handle writer = Jdbi.create(file.forWriting()).open();
      writer.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
      return new Database(writer, WriteBack.of(file), new HikariDataSource(readers(file)));
    } catch (JdbiException e) {
      throw StoreException.of("cannot open the database " + file, e);
    }
  }

  private static HikariConfig readers(DatabaseFile file) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("readers");
    config.setDataSource(file.forReading());
    config.setConnectionInitSql("PRAGMA query_only = 1");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(READER_PATIENCE_MS);
    config.setMaxLifetime(0);
    return config;
  }

  /**
   * Returns what {@code query} finds. Each statement sees everything that was committed before it.
   *
   * @throws StoreException if the database fails
   */
  <T> T read(Function<Handle, T> query) {
    try {
      return readers.withHandle(query::apply);
    } catch (JdbiException e) {
      throw StoreException.of("the database could not be read", e);
    }
  }

  /**
   * Returns what {@code query} finds. All its statements see the same: what was committed before
   * the first.
   *
   * @throws StoreException if the database fails
   */
  <T> T readTogether(Function<Handle, T> query) {
    return read(
        handle -> {
          handle.execute("BEGIN");
          try {
            return query.apply(handle);
          } finally {
            handle.execute("COMMIT");
          }
        });
  }

  /**
   * Does {@code work} in one transaction, after the work that came before it; whatever it throws
   * undoes it.
   *
   * @throws StoreException if the database fails
   */
  <T> T write(Function<Handle, T> work) {
    writing.lock();
    try {
      return transaction(work);
    } catch (JdbiException | SQLException e) {
      throw StoreException.of("the database could not be written", e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * The driver's own commit begins the next transaction at once, and reports a failure of that as
   * one of the commit. So its transactions are left alone.
   */
  private <T> T transaction(Function<Handle, T> work) throws SQLException {
    say("BEGIN IMMEDIATE");
    boolean committed = false;
    try {
      T result = work.apply(writer);
      say("COMMIT");
      committed = true;
      writeBack.written();
      return result;
    } finally {
      if (!committed) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      say("ROLLBACK");
    } catch (SQLException e) {
      // why: after some faults, such as a full disk, SQLite has rolled back by itself.
      LOG.debug("nothing was left to roll back", e);
    }
  }

  /** Executes words that need no parsing by Jdbi, which would cost more than they do. */
  private void say(String words) throws SQLException {
    try (Statement statement = writer.getConnection().createStatement()) {
      statement.execute(words);
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      writeBack.close();
      pool.close();
      writer.close();
    } finally {
      writing.unlock();
    }
  }
}
