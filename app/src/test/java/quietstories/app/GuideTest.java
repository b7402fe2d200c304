package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The performance guide's shell lines run, and what its pages name is there. */
@Timeout(120)
class GuideTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void theGuideRunsFromTopToBottom() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    try (ServerProcess server =
        ServerProcess.start(
            folder, Map.of("MODEL_PROVIDER", "builtin", "MONTE_CARLO_TURNS", "60"))) {
      Process guide =
          new ProcessBuilder(
                  ROOT.resolve("scripts/performance-guide").toString(),
                  server.url(),
                  folder.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(guide.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(guide.waitFor()).as(said).isZero();
      assertThat(said).contains("before.json: 10 turns", "after.json: 10 turns");
    }
  }

  /** A table that names what does not exist shows nothing. */
  @Test
  void everyTestAndBenchmarkThatTheTableNamesExists() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/performance.md"));
    List<String> named =
        Pattern.compile("`([A-Z][A-Za-z]+(?:Test|Benchmark|Property))(?:#([a-zA-Z]+))?`")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .map(name -> name.replace("`", ""))
            .distinct()
            .toList();
    assertThat(named).hasSizeGreaterThan(10);
    for (String name : named) {
      String[] parts = name.split("#", -1);
      Path file = source(parts[0]);
      if (parts.length > 1) {
        assertThat(Files.readString(file)).as(name).contains(" " + parts[1] + "(");
      }
    }
  }

  private static Path source(String type) throws Exception {
    try (Stream<Path> rooms = Files.list(ROOT)) {
      for (Path room : rooms.filter(Files::isDirectory).toList()) {
        for (String kind : List.of("test", "main")) {
          Path file =
              room.resolve("src/" + kind + "/java/quietstories")
                  .resolve(String.valueOf(room.getFileName()))
                  .resolve(type + ".java");
          if (Files.exists(file)) {
            return file;
          }
        }
      }
    }
    throw new AssertionError("docs/performance.md names " + type + ", which does not exist");
  }

  @Test
  void everyLinkOfThePagesLeadsToAFile() throws Exception {
    for (String page : List.of("performance", "context-optimization", "logging", "grafana")) {
      Path file = ROOT.resolve("docs/" + page + ".md");
      Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)")
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(link -> assertThat(file.resolveSibling(link)).as(page).exists());
    }
  }
}
