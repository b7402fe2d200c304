package quietstories.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import quietstories.json.Json;
import quietstories.json.JsonNull;
import quietstories.json.JsonNumber;
import quietstories.json.JsonObject;

/**
 * A log event as a JSON object: {@code timestamp} (UTC), {@code level}, {@code logger}, {@code
 * message}, then the context of the thread and the event's own fields at the top level, then {@code
 * exception}, {@code exception_message} and {@code stack}.
 *
 * <p>A field never replaces one of these names: it is left out.
 */
final class JsonLine {

  /** Longest text of one member, in characters; what is beyond is counted and dropped. */
  private static final int LONGEST = 32_768;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private JsonLine() {}

  /** Returns the object; fields that hold content are left out unless {@code content} is set. */
  static JsonObject of(ILoggingEvent event, boolean content) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("timestamp", Json.of(TIME.format(event.getInstant())));
    members.put("level", Json.of(event.getLevel().toString()));
    members.put("logger", Json.of(event.getLoggerName()));
    members.put("message", text(String.valueOf(event.getFormattedMessage())));
    exception(event, members);
    event
        .getMDCPropertyMap()
        .forEach((name, value) -> members.putIfAbsent(name, trail(name, value)));
    List<KeyValuePair> fields = event.getKeyValuePairs();
    if (fields != null) {
      for (KeyValuePair field : fields) {
        if (content || !LogContent.holds(field.key, field.value)) {
          members.putIfAbsent(field.key, value(field.value));
        }
      }
    }
    return new JsonObject(members);
  }

  private static void exception(ILoggingEvent event, Map<String, Json> members) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      members.put("exception", Json.of(thrown.getClassName()));
      members.put("exception_message", value(thrown.getMessage()));
      members.put("stack", text(ThrowableProxyUtil.asString(thrown)));
    }
  }

  /** The context of a thread knows only text; the number of a turn is meant as one. */
  private static Json trail(String name, String value) {
    return name.equals("turn") ? Json.of(Long.parseLong(value)) : text(value);
  }

  private static Json value(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.NULL;
      case Json json -> json;
      case Boolean flag -> Json.of(flag.booleanValue());
      case Double number -> decimal(number);
      case Float number -> decimal(number);
      case Number number -> Json.of(number.longValue());
      default -> text(value.toString());
    };
  }

  private static Json decimal(double number) {
    return JsonNumber.finite(number).<Json>map(finite -> finite).orElse(JsonNull.NULL);
  }

  private static Json text(String text) {
    return text.length() <= LONGEST
        ? Json.of(text)
        : Json.of(text.substring(0, LONGEST) + " [" + (text.length() - LONGEST) + " more]");
  }
}
