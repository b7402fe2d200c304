package quietstories.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grammar of the command line. */
final class CommandLine {

  private CommandLine() {}

  /** Returns what {@code arguments} ask for. */
  static Command parse(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      return new Command.Help();
    }
    if (arguments.isEmpty()) {
      return new Command.Serve(Map.of());
    }
    List<String> rest = arguments.subList(1, arguments.size());
    String first = arguments.getFirst();
    return switch (first) {
      case "serve" -> serve(rest);
      case "--version", "version" -> alone(first, rest, new Command.ShowVersion());
      case "compare" -> compare(rest);
      case "train" -> alone(first, rest, new Command.Train());
      case "help" ->
          rest.equals(List.of("settings"))
              ? new Command.HelpSettings()
              : alone(first, rest, new Command.Help());
      default -> first.startsWith("-") ? serve(arguments) : unknown("command", first);
    };
  }

  private static Command alone(String command, List<String> rest, Command parsed) {
    return rest.isEmpty()
        ? parsed
        : new Command.Unknown("'" + command + "' takes nothing after it; try --help.");
  }

  private static Command compare(List<String> files) {
    return files.size() == 2
        ? new Command.Compare(files.getFirst(), files.getLast())
        : new Command.Unknown("'compare' needs two files of metrics after it; try --help.");
  }

  private static Command serve(List<String> arguments) {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equals = argument.indexOf('=');
      Optional<Setting> setting = setting(equals < 0 ? argument : argument.substring(0, equals));
      if (setting.isEmpty()) {
        return unknown(argument.startsWith("-") ? "option" : "argument", argument);
      }
      if (equals < 0 && i + 1 == arguments.size()) {
        return new Command.Unknown("'" + argument + "' needs a value after it; try --help.");
      }
      options.put(setting.get(), equals < 0 ? arguments.get(++i) : argument.substring(equals + 1));
    }
    return new Command.Serve(options);
  }

  private static Optional<Setting> setting(String option) {
    return switch (option) {
      case "--port" -> Optional.of(Setting.PORT);
      case "--host" -> Optional.of(Setting.HOST);
      default -> Optional.empty();
    };
  }

  private static Command unknown(String what, String word) {
    return new Command.Unknown(
        "Unknown " + what + " '" + PlainText.oneLine(word) + "'; try --help.");
  }
}
