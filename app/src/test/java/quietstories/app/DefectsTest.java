package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of defects names all of them, and tests that exist. */
class DefectsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void everyTestThatThePageNamesExists() throws IOException {
    List<MatchResult> named =
        NAME.matcher(Files.readString(ROOT.resolve("docs/defects.md"))).results().toList();

    assertThat(named).hasSizeGreaterThan(50);
    for (MatchResult name : named) {
      assertThat(source(name.group(1))).as(name.group()).contains(" " + name.group(2) + "(");
    }
  }

  @Test
  void noDefectIsLeftOut() throws IOException {
    Set<String> named =
        Files.readAllLines(ROOT.resolve("docs/defects.md")).stream()
            .filter(line -> line.startsWith("| "))
            .flatMap(line -> Arrays.stream(line.substring(2, line.indexOf(" |")).split(", ", -1)))
            .collect(Collectors.toSet());

    assertThat(named)
        .containsAll(ids("P", 16))
        .containsAll(ids("L", 29))
        .containsAll(ids("M", 12))
        .containsAll(ids("H", 20))
        .containsAll(ids("D-", 10))
        .containsAll(ids("D", 24));
  }

  private static List<String> ids(String kind, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> kind + number).toList();
  }

  private static String source(String type) throws IOException {
    String file = type + ".java";
    try (Stream<Path> rooms = Files.list(ROOT)) {
      for (Path room : rooms.toList()) {
        Path tests = room.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          try (Stream<Path> all = Files.walk(tests)) {
            Optional<Path> found = all.filter(path -> path.endsWith(file)).findFirst();
            if (found.isPresent()) {
              return Files.readString(found.get());
            }
          }
        }
      }
    }
    throw new AssertionError("docs/defects.md names " + type + ", which does not exist");
  }
}
