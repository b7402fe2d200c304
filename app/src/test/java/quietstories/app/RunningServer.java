package quietstories.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The whole program in this process, on a free port and with a database of its own. */
final class RunningServer implements AutoCloseable {

  private final Application application;

  private RunningServer(Application application) {
    this.application = application;
  }

  static RunningServer start() {
    return start(Map.of());
  }

  /** Starts the program with further settings on top of a built-in narrator and few trials. */
  static RunningServer start(Map<String, String> settings) {
    try {
      Map<String, String> all = new HashMap<>();
      all.put("MODEL_PROVIDER", "builtin");
      all.put("MONTE_CARLO_TURNS", "60");
      all.put("PORT", "0");
      Path folder = Files.createTempDirectory("quietstories-test");
      all.put("DATABASE_PATH", folder.resolve("stories.db").toString());
      all.putAll(settings);
      SettingSource source = SettingSource.of(Map.of(), all, DotEnv.NONE);
      return switch (SettingsReader.read(source)) {
        case SettingsReading.Read(Settings read) -> new RunningServer(Wiring.start(read, () -> 0));
        case SettingsReading.Faulty faulty -> throw new AssertionError(faulty.faults());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return application.address();
  }

  @Override
  public void close() {
    application.close();
  }
}
