package quietstories.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Where the database lies and how it is opened.
 *
 * @param path absolute
 */
record DatabaseFile(Path path) {

  /** How long a statement waits for another process before it fails, in milliseconds. */
  private static final int PATIENCE = 10_000;

  /** The log is cut back to this size after it was written back, in bytes. */
  private static final int LOG_LIMIT = 16 << 20;

  /** Returns the file at {@code path}, whose directory exists from now on. */
  static DatabaseFile at(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path directory = absolute.getParent();
    if (directory == null) {
      throw new StoreException("cannot open the database " + path + ": it names no file");
    }
    try {
      // why: createDirectories refuses a link to a directory, which is as good as one.
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw StoreException.of("cannot create the directory " + directory, e);
    }
    return new DatabaseFile(absolute);
  }

  /** Returns connections that write; the first one switches the file to write-ahead logging. */
  SQLiteDataSource forWriting() {
    SQLiteConfig config = common();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setJournalSizeLimit(LOG_LIMIT);
    return source(config);
  }

  /** Returns connections for queries. */
  SQLiteDataSource forReading() {
    return source(common());
  }

  private static SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(PATIENCE);
    return config;
  }

  private SQLiteDataSource source(SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    // why: in the form of a URI a question mark in a name does not begin the options.
    source.setUrl("jdbc:sqlite:" + path.toUri());
    return source;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
