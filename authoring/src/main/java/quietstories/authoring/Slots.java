package quietstories.authoring;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quietstories.json.Json;

/**
 * Fills {@code {slots}} in a text. A slot that is written with a capital gets its text with one.
 */
final class Slots {

  private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_]+)}");
  private static final Pattern BEGINNING = Pattern.compile("(^|[.!?…]\\s+)(\\p{Ll})");

  private Slots() {}

  /** Returns plain text with every slot filled and every sentence begun with a capital. */
  static String fill(String text, Map<String, String> slots) {
    Matcher matcher = SLOT.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value(matcher.group(1), slots)));
    }
    matcher.appendTail(filled);
    return BEGINNING
        .matcher(filled)
        .replaceAll(
            m -> Matcher.quoteReplacement(m.group(1) + m.group(2).toUpperCase(Locale.ROOT)));
  }

  /** Returns JSON text with every slot filled; what fills it cannot end the string it stands in. */
  static String fillJson(String json, Map<String, String> slots) {
    Matcher matcher = SLOT.matcher(json);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String quoted = Json.of(value(matcher.group(1), slots)).write();
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1)));
    }
    matcher.appendTail(filled);
    return filled.toString();
  }

  private static String value(String name, Map<String, String> slots) {
    String text =
        Optional.ofNullable(slots.get(name.toLowerCase(Locale.ROOT)))
            .orElseThrow(() -> new IllegalStateException("nothing fills {" + name + "}"));
    return Character.isUpperCase(name.charAt(0)) ? capital(text) : text;
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
