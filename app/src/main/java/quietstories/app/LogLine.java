package quietstories.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** One log event, written out at most once in each form, each ending in one line feed. */
final class LogLine {

  /** Marks an event that the terminal leaves out, since its words stand there already. */
  static final Marker FILES_ONLY = MarkerFactory.getMarker("FILES_ONLY");

  private final ILoggingEvent event;
  private final boolean content;
  private Optional<byte[]> json = Optional.empty();
  private Optional<byte[]> text = Optional.empty();

  /**
   * Makes the line of {@code event}.
   *
   * @param content whether fields that hold prompts, answers or the player's words are written
   */
  LogLine(ILoggingEvent event, boolean content) {
    this.event = event;
    this.content = content;
  }

  Level level() {
    return event.getLevel();
  }

  boolean filesOnly() {
    List<Marker> markers = event.getMarkerList();
    return markers != null && markers.contains(FILES_ONLY);
  }

  /** Returns the line as one JSON object in UTF-8. */
  byte[] json() {
    byte[] bytes = json.orElseGet(() -> bytes(JsonLine.of(event, content).write()));
    json = Optional.of(bytes);
    return bytes;
  }

  /** Returns the line as text in UTF-8, without fields and stack. */
  byte[] text() {
    byte[] bytes = text.orElseGet(() -> bytes(TextLine.of(event)));
    text = Optional.of(bytes);
    return bytes;
  }

  private static byte[] bytes(String line) {
    return (line + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
