package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void nothingMeansServe() {
    assertThat(CommandLine.parse(List.of())).isEqualTo(new Command.Serve(Map.of()));
    assertThat(CommandLine.parse(List.of("serve"))).isEqualTo(new Command.Serve(Map.of()));
  }

  @Test
  void optionsBecomeSettings() {
    assertThat(CommandLine.parse(List.of("--port", "1", "--host=localhost")))
        .isEqualTo(new Command.Serve(Map.of(Setting.PORT, "1", Setting.HOST, "localhost")));
    assertThat(CommandLine.parse(List.of("serve", "--port=2")))
        .isEqualTo(new Command.Serve(Map.of(Setting.PORT, "2")));
  }

  @Test
  void helpWinsWhereverItStands() {
    assertThat(CommandLine.parse(List.of("serve", "--port", "--help")))
        .isEqualTo(new Command.Help());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "--bogus", "serve bogus", "--port", "--version 1", "help me"})
  void whatIsNotUnderstoodIsOneLineAndExitCode2(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(text(err).lines()).hasSize(1).first().asString().contains("--help");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void aWrongSettingIsOneLineEachAndExitCode2() {
    Main main = main(Map.of("LOG_LEVEL", "loud"));
    assertThat(main.run(List.of("--port", "x"))).isEqualTo(2);
    assertThat(text(err).lines()).hasSize(2).anyMatch(line -> line.startsWith("PORT=x"));
    assertThat(text(err)).doesNotContain("Exception");
  }

  @Test
  void theHelpAndTheVersionArePrinted() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(text(out)).startsWith("QuietStories turns").endsWith("QuietStories 0.1.0\n");
  }

  @Test
  void theVersionIsTheOneOfTheBuild() throws IOException {
    assertThat(Files.readString(Path.of("..", "pom.xml")))
        .contains(
            "<artifactId>quietstories</artifactId>\n  <version>" + Version.NUMBER + "</version>");
  }

  private int run(String... arguments) {
    return main(Map.of()).run(List.of(arguments));
  }

  private Main main(Map<String, String> environment) {
    return new Main(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        environment);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
