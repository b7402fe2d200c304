package quietstories.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The program's logs while they are open: {@code app.log} and {@code quietstories-YYYY-MM-DD.log}
 * with the same JSON lines, the extra file and the terminal as they are set.
 */
public final class Logging implements AutoCloseable {

  private static final long LARGEST_FILE = 64L << 20;
  private static final int QUEUE = 16_384;

  private final LoggerContext loggers;
  private final LogQueue queue;

  private Logging(LoggerContext loggers, LogQueue queue) {
    this.loggers = loggers;
    this.queue = queue;
  }

  /**
   * Opens the logs.
   *
   * @throws StartFailure if a log file cannot be written
   */
  public static Logging open(LogSettings settings, PrintStream terminal, InstantSource clock) {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    LogQueue queue = new LogQueue(sinks(settings, terminal, clock), QUEUE, settings.content());
    queue.setContext(loggers);
    queue.setName("queue");
    queue.start();
    Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(foreign(settings.level()));
    root.addAppender(queue);
    loggers.getLogger("quietstories").setLevel(settings.level());
    JavaLoggingBridge.install(foreign(settings.level()));
    return new Logging(loggers, queue);
  }

  /** Returns how many lines were dropped since the logs were opened. */
  public long lost() {
    return queue.lost();
  }

  /** Writes what still waits and closes the files; later events are lost. */
  @Override
  public void close() {
    loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(queue);
    queue.stop();
  }

  /** Libraries talk too much: they are heard one step later than our own loggers. */
  private static Level foreign(Level level) {
    return switch (level.toInt()) {
      case Level.TRACE_INT -> Level.DEBUG;
      case Level.DEBUG_INT -> Level.INFO;
      case Level.INFO_INT -> Level.WARN;
      default -> level;
    };
  }

  private static List<LogSink> sinks(
      LogSettings settings, PrintStream terminal, InstantSource clock) {
    RollingFile.Limits limits = new RollingFile.Limits(LARGEST_FILE, settings.retentionDays());
    LogNames always = LogNames.fixed(settings.directory().resolve("app.log"));
    LogNames daily = LogNames.daily(settings.directory(), "quietstories");
    List<LogSink> sinks = new ArrayList<>();
    sinks.add(file(always, limits, true, clock));
    sinks.add(file(daily, limits, true, clock));
    boolean jsonFile = settings.format() != LogFormat.TEXT;
    Optional<LogNames> extra = settings.extraFile().map(LogNames::fixed);
    // why: app.log named once more would be written twice.
    extra
        .filter(names -> !names.equals(always))
        .ifPresent(names -> sinks.add(file(names, limits, jsonFile, clock)));
    if (settings.console() != Level.OFF) {
      boolean jsonTerminal = settings.format() == LogFormat.JSON;
      sinks.add(new ConsoleSink(terminal, settings.console(), jsonTerminal));
    }
    return sinks;
  }

  private static RollingFile file(
      LogNames names, RollingFile.Limits limits, boolean json, InstantSource clock) {
    try {
      return new RollingFile(names, limits, json, clock);
    } catch (IOException e) {
      throw new StartFailure("The log directory " + names.directory() + " cannot be written.", e);
    }
  }
}
