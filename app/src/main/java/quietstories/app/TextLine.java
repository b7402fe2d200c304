package quietstories.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A log event for the eye: {@code YYYY-MM-DD HH:MM:SS | LEVEL | logger | message}, in UTC. */
final class TextLine {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private TextLine() {}

  /** Returns the line without its end. An exception shows as its class and message only. */
  static String of(ILoggingEvent event) {
    String line =
        "%s | %-8s | %s | %s"
            .formatted(
                TIME.format(event.getInstant()),
                event.getLevel(),
                event.getLoggerName(),
                event.getFormattedMessage());
    IThrowableProxy thrown = event.getThrowableProxy();
    String cause =
        thrown == null ? "" : " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")";
    return PlainText.oneLine(line + cause);
  }
}
