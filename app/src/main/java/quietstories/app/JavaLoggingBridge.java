package quietstories.app;

import ch.qos.logback.classic.Level;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hands on what libraries log through {@code java.util.logging}, the web server above all. */
final class JavaLoggingBridge extends Handler {

  private final SimpleFormatter words = new SimpleFormatter();

  private JavaLoggingBridge() {}

  /** Replaces every handler there is, for records of {@code least} and above. */
  static void install(Level least) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(javaLevel(least));
    root.addHandler(new JavaLoggingBridge());
  }

  @Override
  public void publish(LogRecord record) {
    String name = Optional.ofNullable(record.getLoggerName()).orElse("java.util.logging");
    LoggerFactory.getLogger(name)
        .atLevel(slf4jLevel(record.getLevel()))
        .setCause(record.getThrown())
        .log(words.formatMessage(record));
  }

  @Override
  public void flush() {
    // why: nothing is kept back here.
  }

  @Override
  public void close() {
    // why: nothing is held open here.
  }

  private static java.util.logging.Level javaLevel(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> java.util.logging.Level.SEVERE;
      case Level.WARN_INT -> java.util.logging.Level.WARNING;
      case Level.INFO_INT -> java.util.logging.Level.INFO;
      case Level.DEBUG_INT -> java.util.logging.Level.FINE;
      default -> java.util.logging.Level.FINEST;
    };
  }

  private static org.slf4j.event.Level slf4jLevel(java.util.logging.Level level) {
    int value = level.intValue();
    if (value >= java.util.logging.Level.SEVERE.intValue()) {
      return org.slf4j.event.Level.ERROR;
    }
    if (value >= java.util.logging.Level.WARNING.intValue()) {
      return org.slf4j.event.Level.WARN;
    }
    if (value >= java.util.logging.Level.INFO.intValue()) {
      return org.slf4j.event.Level.INFO;
    }
    return value >= java.util.logging.Level.FINE.intValue()
        ? org.slf4j.event.Level.DEBUG
        : org.slf4j.event.Level.TRACE;
  }
}
