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
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.testkit.Improviser;
import quietstories.testkit.ModelServer;
import quietstories.testkit.Reply;

/** The performance guide's shell lines run, and what its pages name is there. */
@Timeout(120)
class GuideTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void theGuideRunsFromTopToBottom() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    try (ModelServer model = ModelServer.start();
        ServerProcess server = ServerProcess.start(folder, settings(model))) {
      model.script(GuideTest::answer);
      ProcessBuilder script =
          new ProcessBuilder(
                  ROOT.resolve("scripts/performance-guide").toString(),
                  server.url(),
                  folder.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true);
      script.environment().put("QUIETSTORIES", program().toString());
      Process guide = script.start();
      String said = new String(guide.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(guide.waitFor()).as(said).isZero();
      assertThat(said)
          .contains("before.json: 10 turns", "after.json: 10 turns", "95 % interval", "verdict");
      if (Files.isExecutable(Path.of("/usr/bin/jq"))) {
        assertThat(said).containsPattern("Average: [0-9.e-]+ ms");
      }
    }
  }

  private static Map<String, String> settings(ModelServer model) {
    return Map.of(
        "MODEL_PROVIDER", "generic",
        "OPENAI_API_BASE", model.url(),
        "MODEL_PROTOCOL", "marker",
        "MONTE_CARLO_TURNS", "60");
  }

  /** Tells each turn with a look at the state, and writes whatever else it is asked for. */
  private static Reply answer(JsonObject request) {
    List<JsonObject> messages =
        request.array("messages").orElse(JsonArray.EMPTY).objects().toList();
    boolean turn = messages.getLast().text("content").orElse("").contains("I look around");
    return turn
        ? Reply.text(
            "The lamp burns.\n[[OUTCOME]]\n{\"tool_calls\":"
                + "[{\"name\":\"read_state\",\"arguments\":{\"path\":\"player\"}}]}")
        : new Improviser(40).apply(request);
  }

  /** Returns a script that starts this program without building it. */
  private Path program() throws Exception {
    Path script = folder.resolve("quietstories");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String words =
        "#!/bin/sh\nexec '%s' -cp '%s' quietstories.app.Main \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"));
    Files.writeString(script, words);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
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
