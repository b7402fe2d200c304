package quietstories.app;

import java.util.Map;

/** What the command line asks for. */
sealed interface Command {

  /** Run the server, with settings from the command line over all others. */
  record Serve(Map<Setting, String> options) implements Command {

    public Serve {
      options = Map.copyOf(options);
    }
  }

  /** Play once against a server of its own, so that the virtual machine learns what is needed. */
  record Train() implements Command {}

  /** Compare two files of metrics. */
  record Compare(String before, String after) implements Command {}

  /** Print how the program is used. */
  record Help() implements Command {}

  /** Print every setting as a table for the documentation. */
  record HelpSettings() implements Command {}

  /** Print the version. */
  record ShowVersion() implements Command {}

  /** Not understood; {@code words} say what. */
  record Unknown(String words) implements Command {}
}
