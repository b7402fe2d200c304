package quietstories.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import quietstories.engine.SettingsStore;
import quietstories.engine.SettingsStoreContract;

final class SqliteSettingsStoreTest extends SettingsStoreContract {

  @TempDir private Path directory;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory.resolve("stories.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected SettingsStore settings() {
    return store.settings();
  }
}
