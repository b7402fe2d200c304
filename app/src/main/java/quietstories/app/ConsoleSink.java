package quietstories.app;

import ch.qos.logback.classic.Level;
import java.io.PrintStream;

/** The terminal: lines of a certain level and above. */
final class ConsoleSink implements LogSink {

  private final PrintStream terminal;
  private final Level least;
  private final boolean json;

  ConsoleSink(PrintStream terminal, Level least, boolean json) {
    this.terminal = terminal;
    this.least = least;
    this.json = json;
  }

  @Override
  public void write(LogLine line) {
    if (line.level().isGreaterOrEqual(least) && !line.filesOnly()) {
      byte[] bytes = json ? line.json() : line.text();
      terminal.write(bytes, 0, bytes.length);
    }
  }

  @Override
  public void flush() {
    terminal.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
