package quietstories.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {

  @TempDir private Path directory;

  private final LoggerContext loggers = new LoggerContext();

  @BeforeEach
  void mapsThreadContext() {
    loggers.setMDCAdapter(new LogbackMDCAdapter());
  }

  private Instant now = Instant.parse("2026-03-04T23:59:00Z");

  @Test
  void aNewDayBeginsANewDatedFile() throws IOException {
    try (RollingFile file = open(LogNames.daily(directory, "quietstories"), 1 << 20)) {
      write(file, "old");
      now = now.plus(Duration.ofMinutes(2));
      write(file, "new");
    }
    assertThat(names())
        .containsExactly("quietstories-2026-03-04.log", "quietstories-2026-03-05.log");
    assertThat(directory.resolve("quietstories-2026-03-05.log")).content().contains("new");
  }

  @Test
  void theFixedFileKeepsItsNameAndPutsTheOldDayAway() throws IOException {
    try (RollingFile file = open(LogNames.fixed(directory.resolve("app.log")), 1 << 20)) {
      write(file, "old");
      now = now.plus(Duration.ofMinutes(2));
      write(file, "new");
    }
    assertThat(names()).containsExactly("app-2026-03-04.1.log", "app.log");
    assertThat(directory.resolve("app.log")).content().contains("new").doesNotContain("old");
  }

  @Test
  void aFileThatWasLeftFromAnotherDayIsPutAwayBeforeTheFirstLine() throws IOException {
    Path left = Files.writeString(directory.resolve("app.log"), "left\n");
    Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofDays(2))));
    try (RollingFile file = open(LogNames.fixed(left), 1 << 20)) {
      write(file, "new");
    }
    assertThat(directory.resolve("app-2026-03-02.1.log")).hasContent("left");
  }

  @Test
  void aFullFileIsPutAwayWithoutLosingALine() throws IOException {
    try (RollingFile file = open(LogNames.fixed(directory.resolve("app.log")), 250)) {
      for (int i = 0; i < 10; i++) {
        write(file, "line " + i);
      }
    }
    int lines = 0;
    for (String name : names()) {
      assertThat(Files.size(directory.resolve(name))).isLessThanOrEqualTo(250);
      lines += Files.readAllLines(directory.resolve(name)).size();
    }
    assertThat(lines).isEqualTo(10);
    assertThat(names()).hasSizeGreaterThan(2);
  }

  @Test
  void onlyOldFilesOfThisLogAreRemoved() throws IOException {
    List<String> kept =
        List.of(
            "app-2026-02-25.1.log", "notes-2020-01-01.log", "app-2020-13-01.log", "app.log.old");
    for (String name : kept) {
      Files.writeString(directory.resolve(name), "");
    }
    Files.writeString(directory.resolve("app-2026-02-24.3.log"), "");
    open(LogNames.fixed(directory.resolve("app.log")), 1 << 20).close();
    assertThat(names()).containsAll(kept).doesNotContain("app-2026-02-24.3.log");
  }

  @Test
  void linesAreAppendedToWhatIsThere() throws IOException {
    LogNames names = LogNames.fixed(directory.resolve("app.log"));
    try (RollingFile file = open(names, 1 << 20)) {
      write(file, "one");
    }
    now = Instant.now();
    try (RollingFile file = open(names, 1 << 20)) {
      write(file, "two");
    }
    assertThat(directory.resolve("app.log")).content().contains("one", "two");
  }

  private RollingFile open(LogNames names, long bytes) throws IOException {
    return new RollingFile(names, new RollingFile.Limits(bytes, 7), true, () -> now);
  }

  private void write(RollingFile file, String message) {
    LoggingEvent event =
        new LoggingEvent("test", loggers.getLogger("test"), Level.INFO, message, null, null);
    file.write(new LogLine(event, false));
    file.flush();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
