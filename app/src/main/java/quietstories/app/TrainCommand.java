package quietstories.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts a server of its own in a temporary directory, plays a story on it over HTTP and stops;
 * once without a model, once beside one. The virtual machine watches which classes a real run needs
 * and keeps them for a quick start.
 */
final class TrainCommand {

  private final PrintStream err;

  TrainCommand(PrintStream err) {
    this.err = err;
  }

  /** Returns 0 when the story was played, 1 with a line on the terminal when not. */
  int run() {
    try {
      Path directory = Files.createTempDirectory("quietstories-train");
      try {
        return play(directory);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      err.println("The training run failed: " + PlainText.oneLine(String.valueOf(e)));
      return 1;
    }
  }

  private int play(Path directory) throws IOException {
    try (StandIn model = StandIn.open()) {
      int composed = play(directory, Setting.MODEL_PROVIDER, "builtin");
      int told = play(directory, Setting.OPENAI_API_BASE, model.url());
      return Math.max(composed, told);
    }
  }

  private int play(Path directory, Setting narrator, String value) throws IOException {
    Map<Setting, String> options =
        Map.of(
            Setting.HOST,
            "127.0.0.1",
            Setting.PORT,
            "0",
            // why: the library that embeds would be loaded for good, and most starts need it not.
            Setting.EMBEDDING_PROVIDER,
            "none",
            Setting.DATABASE_PATH,
            directory.resolve("stories.db").toString(),
            narrator,
            value);
    SettingSource source = SettingSource.of(options, Map.of(), DotEnv.NONE);
    return switch (SettingsReader.read(source)) {
      case SettingsReading.Read(Settings settings) -> play(settings, directory.resolve("logs"));
      case SettingsReading.Faulty(List<String> faults) -> {
        faults.forEach(err::println);
        yield 1;
      }
    };
  }

  private int play(Settings settings, Path logs) throws IOException {
    // why: the terminal's code is trained as well, but nobody wants to read it.
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (Logging logging = Logging.open(settings.log().in(logs), nowhere, InstantSource.system());
        Application application = Wiring.start(settings, logging::lost)) {
      if (new Rehearsal(application.address()).play()) {
        return 0;
      }
      err.println("The training run did not come to its end.");
      return 1;
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
