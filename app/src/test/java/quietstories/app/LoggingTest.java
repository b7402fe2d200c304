package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

class LoggingTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z"));

  private final Logger log = LoggerFactory.getLogger("quietstories.test");
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void aLineCarriesItsFieldsAndItsContextAtTheTopLevel() throws IOException {
    try (Logging _ = open(settings());
        MDC.MDCCloseable _ = MDC.putCloseable("session_id", "s1")) {
      log.atInfo()
          .addKeyValue("component", "Performance")
          .addKeyValue("duration_ms", 12.5)
          .addKeyValue("tool_count", 3)
          .addKeyValue("ok", true)
          .addKeyValue("usage", JsonObject.of("tokens", Json.of(1)))
          .addKeyValue("nothing", (Object) null)
          .log("Executed {} tools", 3);
    }
    JsonObject line = lines("app.log").getFirst();
    assertThat(line.without("timestamp"))
        .isEqualTo(
            JsonReader.read(
                """
                {"level":"INFO","logger":"quietstories.test","message":"Executed 3 tools",
                 "session_id":"s1","component":"Performance","duration_ms":12.5,"tool_count":3,
                 "ok":true,"usage":{"tokens":1},"nothing":null}"""));
    assertThat(line.text("timestamp").orElseThrow()).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z");
  }

  @Test
  void bothFilesHoldTheSameLines() throws IOException {
    try (Logging _ = open(settings())) {
      log.info("one");
      log.info("two");
    }
    assertThat(lines("app.log")).hasSize(2).isEqualTo(lines("quietstories-2026-03-04.log"));
  }

  @Test
  void noTextCanForgeALine() throws IOException {
    try (Logging _ = open(settings())) {
      log.warn("real\n2026-01-01 00:00:00 | ERROR    | forged\r\u001b[2J\u2028end");
    }
    assertThat(lines("app.log")).hasSize(1);
    assertThat(text().lines()).hasSize(1);
    assertThat(text()).doesNotContain("\u001b", "\u2028").contains("real\\n2026");
  }

  @Test
  void aFieldNeverReplacesWhatTheLineSaysOfItself() throws IOException {
    try (Logging _ = open(settings())) {
      log.atWarn().addKeyValue("level", "DEBUG").addKeyValue("message", "forged").log("real");
    }
    assertThat(lines("app.log").getFirst().text("message")).contains("real");
    assertThat(lines("app.log").getFirst().text("level")).contains("WARN");
  }

  @Test
  void theStackStandsInTheFileAndNotOnTheTerminal() throws IOException {
    try (Logging _ = open(settings())) {
      log.error("broken", new IllegalStateException("why"));
    }
    JsonObject line = lines("app.log").getFirst();
    assertThat(line.text("exception")).contains("java.lang.IllegalStateException");
    assertThat(line.text("exception_message")).contains("why");
    assertThat(line.text("stack").orElseThrow()).contains("at quietstories.app.LoggingTest");
    assertThat(text())
        .contains("broken", "IllegalStateException", "why")
        .doesNotContain("at quiet");
  }

  @Test
  void theTerminalShowsWarningsAndTheFilesWhatTheLevelLetsThrough() throws IOException {
    try (Logging _ = open(settings())) {
      log.debug("quiet");
      log.info("file");
      log.warn("both");
      LoggerFactory.getLogger("io.helidon").info("a library talks");
    }
    assertThat(lines("app.log"))
        .extracting(line -> line.text("message").orElseThrow())
        .containsExactly("file", "both");
    assertThat(text()).contains("both").doesNotContain("file");
  }

  @Test
  void contentIsLoggedOnlyWhereItWasSwitchedOn() throws IOException {
    try (Logging _ = open(settings())) {
      content();
    }
    assertThat(Files.readString(directory.resolve("app.log")))
        .contains("harmless", "\"user_input\":true")
        .doesNotContain("secretword");
    LogSettings open = settings();
    try (Logging _ =
        open(
            new LogSettings(
                open.directory(),
                Level.INFO,
                Level.OFF,
                LogFormat.AUTO,
                Optional.empty(),
                7,
                true))) {
      content();
    }
    assertThat(Files.readString(directory.resolve("app.log"))).contains("secretword");
  }

  private void content() {
    log.atInfo().addMarker(MarkerFactory.getMarker("CONTENT")).log("secretword");
    log.atInfo()
        .addKeyValue("prompt", "secretword")
        .addKeyValue("user_input", true)
        .log("harmless");
  }

  @Test
  void whatLibrariesLogThroughTheJdkArrivesToo() throws IOException {
    try (Logging _ = open(settings())) {
      java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("jdk.library");
      jdk.log(java.util.logging.Level.WARNING, "warned {0}", "twice");
      jdk.info("said");
    }
    assertThat(lines("app.log"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text("message")).contains("warned twice");
              assertThat(line.text("logger")).contains("jdk.library");
            });
  }

  @Test
  void theExtraFileIsTextWhenThatIsAsked() throws IOException {
    Path extra = directory.resolve("sub/extra.log");
    LogSettings asked =
        new LogSettings(
            directory, Level.INFO, Level.OFF, LogFormat.TEXT, Optional.of(extra), 7, false);
    try (Logging _ = open(asked)) {
      log.info("hello");
    }
    assertThat(Files.readString(extra))
        .matches("[0-9-]{10} [0-9:]{8} \\| INFO     \\| quietstories.test \\| hello\n");
  }

  @Test
  void aDirectoryThatCannotBeWrittenStopsTheStartInWords() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> open(settings().in(file.resolve("logs"))))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot be written");
  }

  private Logging open(LogSettings settings) {
    return Logging.open(settings, new PrintStream(terminal, true, StandardCharsets.UTF_8), NOON);
  }

  private LogSettings settings() {
    return new LogSettings(
        directory, Level.INFO, Level.WARN, LogFormat.AUTO, Optional.empty(), 7, false);
  }

  private List<JsonObject> lines(String file) throws IOException {
    return Files.readAllLines(directory.resolve(file)).stream()
        .map(line -> (JsonObject) JsonReader.read(line))
        .toList();
  }

  private String text() {
    return terminal.toString(StandardCharsets.UTF_8);
  }
}
