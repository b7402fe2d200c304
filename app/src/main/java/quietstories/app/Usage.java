package quietstories.app;

/** What {@code --help} prints. */
final class Usage {

  private Usage() {}

  /** Returns the help, ending in a line feed. */
  static String text() {
    return """
        QuietStories turns a paragraph into a playable world and plays it turn by turn.

        Usage: ./quietstories [serve] [--port N] [--host H]   run the server (Ctrl-C stops it)
               ./quietstories bench [--list | --help]         measure this server or another one
               ./quietstories compare A.json B.json           what became faster between two files
                                                              saved from .../performance/metrics
               ./quietstories help settings                   every setting as a Markdown table
               ./quietstories --help | --version

        Settings are variables of the environment, or lines NAME=value in the file .env of the
        working directory; the command line wins over the environment, that over the file. The
        directories data/ and logs/ are made in the working directory too.

        For the script alone, in the environment: QUIETSTORIES_TOOLS names jars with tools of your
        own, QUIETSTORIES_JAVA_OPTIONS holds further options of the virtual machine.

        """
        + SettingsTable.plain();
  }
}
