package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of defects names tests that exist. */
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

  private static String source(String type) throws IOException {
    try (Stream<Path> rooms = Files.list(ROOT)) {
      for (Path room : rooms.toList()) {
        Path file =
            room.resolve("src/test/java/quietstories")
                .resolve(Objects.requireNonNull(room.getFileName()).toString())
                .resolve(type + ".java");
        if (Files.exists(file)) {
          return Files.readString(file);
        }
      }
    }
    throw new AssertionError("docs/defects.md names " + type + ", which does not exist");
  }
}
