package quietstories.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a {@code .env} file, read into names and values.
 *
 * <p>A line is {@code NAME=value}, with {@code export} before it if one likes. Without quotes the
 * value ends at the line's end or at a {@code #} after white space; single quotes keep everything
 * as it stands; double quotes know the escapes of backslash, quote, n, r and t. Other lines are
 * ignored.
 *
 * @param values by name in upper case; a later line wins
 * @param faults lines whose quotes do not close, in words
 */
record DotEnv(Map<String, String> values, List<String> faults) {

  /** The file that is not there. */
  static final DotEnv NONE = new DotEnv(Map.of(), List.of());

  DotEnv {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
  }

  /** Reads {@code text}; never fails. */
  static DotEnv parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int number = 0;
    for (String line : body.split("\\R", -1)) {
      number++;
      int equals = line.indexOf('=');
      if (line.isBlank() || line.strip().startsWith("#") || equals < 0) {
        continue;
      }
      String name = name(line.substring(0, equals));
      Optional<String> value = value(line.substring(equals + 1).strip());
      if (value.isPresent()) {
        values.put(name, value.get());
      } else {
        faults.add(".env line " + number + ": " + name + ": a quotation mark is not closed");
      }
    }
    return new DotEnv(values, faults);
  }

  private static String name(String left) {
    String name = left.strip();
    String bare = name.startsWith("export ") ? name.substring("export ".length()).strip() : name;
    return bare.toUpperCase(Locale.ROOT);
  }

  private static Optional<String> value(String right) {
    if (right.startsWith("'")) {
      int end = right.indexOf('\'', 1);
      return end < 0 ? Optional.empty() : Optional.of(right.substring(1, end));
    }
    if (right.startsWith("\"")) {
      return quoted(right);
    }
    if (right.startsWith("#")) {
      return Optional.of("");
    }
    return Optional.of(right.split("\\s#", 2)[0].strip());
  }

  private static Optional<String> quoted(String right) {
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < right.length(); i++) {
      char c = right.charAt(i);
      if (c == '"') {
        return Optional.of(value.toString());
      }
      if (c == '\\' && i + 1 < right.length()) {
        i++;
        value.append(escaped(right.charAt(i)));
      } else {
        value.append(c);
      }
    }
    return Optional.empty();
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '"', '\\', '$' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }
}
