package quietstories.store;

import java.nio.file.Path;
import quietstories.authoring.ScenarioStore;
import quietstories.engine.SessionStore;
import quietstories.engine.SettingsStore;

/**
 * Everything that outlives the process, in one SQLite file. Safe for use by many threads; a second
 * process may use the same file.
 */
public final class SqliteStore implements AutoCloseable {

  private final Database database;
  private final SessionStore sessions;
  private final ScenarioStore scenarios;
  private final SettingsStore settings;

  private SqliteStore(Database database) {
    this.database = database;
    SpecShelf specs = new SpecShelf();
    this.sessions = new SqliteSessions(database, specs);
    this.scenarios = new SqliteScenarios(database, specs);
    this.settings = new SqliteSettings(database);
  }

  /**
   * Opens the database, which is created with its directory if it does not exist, and brings its
   * tables up to date.
   *
   * @throws StoreException if the file is no database of this program, or one of a newer version
   */
  public static SqliteStore open(Path file) {
    return new SqliteStore(Database.open(DatabaseFile.at(file)));
  }

  /** Returns the place for sessions and turns. */
  public SessionStore sessions() {
    return sessions;
  }

  /** Returns the place for scenarios. */
  public ScenarioStore scenarios() {
    return scenarios;
  }

  /** Returns the place for the player's settings. */
  public SettingsStore settings() {
    return settings;
  }

  /** Returns whether the database can be read now; waits for a free connection if need be. */
  public boolean answers() {
    try {
      return database.read(
          handle ->
              handle.createQuery("SELECT count(*) < 2 FROM settings").mapTo(Boolean.class).one());
    } catch (StoreException unreadable) {
      return false;
    }
  }

  /** Returns the open file, for tests that look into it. */
  Database database() {
    return database;
  }

  /** Waits for the write that is under way and closes the file; calls after that fail. */
  @Override
  public void close() {
    database.close();
  }
}
