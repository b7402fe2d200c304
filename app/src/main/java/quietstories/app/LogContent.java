package quietstories.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * What counts as content: the words of players, prompts and models, which are logged only where
 * that was switched on.
 *
 * <p>An event that is marked {@code CONTENT} is content whole. Of any other event, fields with one
 * of the names below are, unless they hold a mere number or truth value.
 */
final class LogContent {

  private static final String MARKER = "CONTENT";

  private static final Set<String> FIELDS =
      Set.of(
          "action",
          "answer",
          "content",
          "description",
          "message_details",
          "messages",
          "narrative",
          "outcome",
          "player_text",
          "prompt",
          "query",
          "query_params",
          "request_body",
          "response_body",
          "response_content",
          "response_details",
          "text",
          "tool_details",
          "user_input");

  private LogContent() {}

  /** Returns whether an event with {@code markers} is content whole. */
  static boolean marks(@Nullable List<Marker> markers) {
    return markers != null && markers.stream().anyMatch(marker -> marker.contains(MARKER));
  }

  /** Takes every field that is content off {@code event}, so that nothing waits with it. */
  static void strip(ILoggingEvent event) {
    List<KeyValuePair> fields = event.getKeyValuePairs();
    if (fields != null && event instanceof LoggingEvent whole) {
      whole.setKeyValuePairs(
          fields.stream().filter(field -> !holds(field.key, field.value)).toList());
    }
  }

  /** Returns whether the field {@code name} with {@code value} is content. */
  static boolean holds(String name, @Nullable Object value) {
    boolean harmless = value instanceof Number || value instanceof Boolean;
    return FIELDS.contains(name) && !harmless;
  }
}
