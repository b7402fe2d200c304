package quietstories.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One kind of thing that is said and asked for, a line of a resource.
 *
 * @param name which kind of question it makes: fact, many, time, change or prefer
 * @param statement what is said, with places for values
 * @param echo what somebody else answers; empty if nobody does
 * @param questions what may be asked about it, in other words
 * @param values what can stand for {@code {v}}
 */
record TalkKind(
    String name, String statement, String echo, List<String> questions, List<String> values) {

  /** In which order kinds are asked for. */
  static final List<String> NAMES = List.of("fact", "many", "time", "change", "prefer");

  /** Returns the kinds of that resource, in its order. */
  static List<TalkKind> all(String resource) {
    try (InputStream in = TalkKind.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(TalkKind::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TalkKind of(String line) {
    List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    boolean echoed = parts.size() == 5;
    return new TalkKind(
        parts.get(0),
        parts.get(1),
        echoed ? parts.get(2) : "",
        list(parts.get(echoed ? 3 : 2)),
        list(parts.get(echoed ? 4 : 3)));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(";", -1)).map(String::strip).toList();
  }
}
