package quietstories.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program. Exit codes: 0 done, 1 could not start, 2 a wrong setting or an unknown command; a
 * server that was told to stop ends with the signal's code (130 or 143).
 */
public final class Main {

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
  }

  /** Runs the command that {@code arguments} name and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new Main(System.out, System.err, System.getenv()).run(List.of(arguments)));
  }

  /** Runs one command and returns its exit code; a server that started never returns. */
  int run(List<String> arguments) {
    return switch (CommandLine.parse(arguments)) {
      case Command.Serve(Map<Setting, String> options) -> serve(options);
      case Command.Train _ -> new TrainCommand(err).run();
      case Command.Compare(String before, String after) ->
          new CompareCommand(out, err).run(before, after);
      case Command.Help _ -> print(Usage.text());
      case Command.HelpSettings _ -> print(SettingsTable.markdown());
      case Command.ShowVersion _ -> print("QuietStories " + Version.NUMBER + "\n");
      case Command.Unknown(String words) -> {
        err.println(words);
        yield 2;
      }
    };
  }

  private int serve(Map<Setting, String> options) {
    SettingSource source = SettingSource.of(options, environment, Path.of(""));
    return switch (SettingsReader.read(source)) {
      case SettingsReading.Read(Settings settings) -> new ServeCommand(out, err).run(settings);
      case SettingsReading.Faulty(List<String> faults) -> {
        faults.forEach(err::println);
        yield 2;
      }
    };
  }

  private int print(String text) {
    out.print(text);
    out.flush();
    return 0;
  }
}
