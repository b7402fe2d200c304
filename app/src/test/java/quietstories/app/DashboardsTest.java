package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/**
 * What lies in {@code ops/} agrees with what the program writes, as far as no other program runs.
 */
class DashboardsTest {

  private static final Path OPS = Path.of("../ops");
  private static final Set<String> STREAM_LABELS = Set.of("job", "level", "component");
  private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!=|=)\"");
  private static final Pattern FIELD = Pattern.compile("[a-z_]+=\"([a-z_]+)\"");

  @Test
  void everyPanelHasAQueryATitleAndWordsAboutIt() throws IOException {
    assertThat(Panel.all(OPS))
        .hasSizeGreaterThan(40)
        .allMatch(panel -> !panel.title().isBlank() && !panel.queries().isEmpty())
        .allMatch(panel -> !panel.description().isBlank());
  }

  @Test
  void logPanelsUseOnlyLabelsThatAreExtractedAndFieldsThatLinesHave() throws IOException {
    String alloy = Files.readString(OPS.resolve("alloy/config.alloy"));
    for (Panel panel : Panel.all(OPS).stream().filter(Panel::ofLogs).toList()) {
      for (String query : panel.queries()) {
        String selector =
            SELECTOR.matcher(query).results().map(found -> found.group(1)).findFirst().orElse("");
        assertThat(LABEL.matcher(selector).results().map(found -> found.group(1)))
            .as(query)
            .allMatch(STREAM_LABELS::contains);
        fields(query).forEach(field -> assertThat(known()).as(query).contains(field));
      }
    }
    for (String label : STREAM_LABELS) {
      assertThat(alloy).contains(label);
    }
  }

  private static Set<String> fields(String query) {
    int json = query.indexOf("| json ");
    return json < 0
        ? Set.of()
        : FIELD
            .matcher(query.substring(json))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
  }

  /** The fields of the lines that {@link LogFileTest} reads from a real file. */
  private static Set<String> known() {
    return Set.of("message", "duration_ms", "operation_type", "request_id", "level", "component");
  }

  /** Ids as labels would make a stream for each session. */
  @Test
  void noIdIsALabelOfALogLine() throws IOException {
    String alloy = Files.readString(OPS.resolve("alloy/config.alloy"));
    String labels = block(alloy, "stage.labels");
    assertThat(labels).contains("level", "component").doesNotContain("_id", "path", "turn");
    assertThat(block(alloy, "stage.structured_metadata")).contains("request_id", "trace_id");
    assertThat(labels).as("values are names of fields, never templates").doesNotContain("{{");
  }

  private static String block(String config, String name) {
    int start = config.indexOf(name + " {");
    return config.substring(start, config.indexOf("\n  }", start));
  }

  @Test
  void nothingIsPublishedWithAPasswordThatEverybodyKnows() throws IOException {
    String compose = Files.readString(OPS.resolve("compose.yml"));
    assertThat(compose)
        .contains("${GRAFANA_PASSWORD:?", "${GRAFANA_USER:?")
        .doesNotContainIgnoringCase("admin123")
        .doesNotContain("0.0.0.0", "ports:", ":latest");
    assertThat(Files.readString(OPS.resolve("loki/loki.yml")))
        .contains("http_listen_address: 127.0.0.1", "grpc_listen_address: 127.0.0.1");
    assertThat(compose.lines().filter(line -> line.contains("image:")))
        .hasSize(4)
        .allMatch(line -> line.matches(".*:v?\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void everyFileThatTheComposeFileMountsIsThere() throws IOException {
    String compose = Files.readString(OPS.resolve("compose.yml"));
    List<String> mounts =
        Pattern.compile("- \\./([^:]+):").matcher(compose).results().map(m -> m.group(1)).toList();
    assertThat(mounts).hasSizeGreaterThan(5).allMatch(file -> Files.exists(OPS.resolve(file)));
    assertThat(compose).contains("${QUIETSTORIES_LOGS:-../logs}:/logs:ro");
    assertThat(OPS.resolve("prometheus/no-token")).isEmptyFile();
  }

  @Test
  void everyVariableOfTheComposeFileIsExplained() throws IOException {
    String words = Files.readString(OPS.resolve("README.md"));
    Set<String> variables =
        Pattern.compile("\\$\\{([A-Z_]+)")
            .matcher(Files.readString(OPS.resolve("compose.yml")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(variables).isNotEmpty().allMatch(words::contains);
  }

  /** The shipped example of settings starts the server as it is. */
  @Test
  void theExampleOfSettingsIsAccepted() throws IOException {
    Path folder = Files.createTempDirectory("quietstories-test");
    Files.copy(Path.of("../.env.example"), folder.resolve(".env"));
    SettingSource source = SettingSource.of(Map.of(), Map.of(), folder);
    assertThat(SettingsReader.read(source)).isInstanceOf(SettingsReading.Read.class);
  }

  /** One panel of a dashboard. */
  record Panel(String title, String description, boolean ofLogs, List<String> queries) {

    static List<Panel> all(Path ops) throws IOException {
      try (Stream<Path> files = Files.list(ops.resolve("grafana/dashboards"))) {
        return files.sorted().flatMap(Panel::of).toList();
      }
    }

    private static Stream<Panel> of(Path file) {
      try {
        JsonObject dashboard = (JsonObject) JsonReader.read(Files.readString(file));
        return dashboard.array("panels").orElseThrow().objects().map(Panel::of).toList().stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Panel of(JsonObject panel) {
      return new Panel(
          panel.text("title").orElse(""),
          panel.text("description").orElse(""),
          panel
              .object("datasource")
              .flatMap(source -> source.text("type"))
              .orElse("")
              .equals("loki"),
          panel
              .array("targets")
              .orElseThrow()
              .objects()
              .map(t -> t.text("expr").orElseThrow())
              .toList());
    }
  }

  @Test
  void everyImageNamesItsVersion() throws IOException {
    List<String> images = found("(?m)^ +image: (\\S+)$");
    assertThat(images).hasSizeGreaterThan(3).allMatch(image -> image.matches(".+:v?\\d+\\.\\d+.*"));
  }

  @Test
  void everyServiceThatIsDeployedWatches() throws IOException {
    assertThat(Files.readString(OPS.resolve("compose.yml")))
        .doesNotContain("depends_on")
        .doesNotContain("profiles");
    assertThat(found("(?m)^  (\\w+):\n    image:"))
        .containsExactlyInAnyOrder("prometheus", "loki", "alloy", "grafana");
  }

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(OPS.resolve("compose.yml")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
