package quietstories.app;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A log file that is put away at the end of its day (UTC) and when it has grown too large, and
 * whose old files are removed.
 *
 * <p>When the disk refuses a line, the line is lost and the file is opened anew for the next one:
 * logging never stops the program. The first refusal in a row is told on the terminal.
 */
final class RollingFile implements LogSink {

  private final LogNames names;
  private final Limits limits;
  private final boolean json;
  private final InstantSource clock;
  private LocalDate day;
  private long size;
  private OutputStream out;
  private boolean failing;

  /**
   * When a file is put away and removed.
   *
   * @param bytes the size above which a file is put away
   * @param days the age in days above which a file that was put away is removed
   */
  record Limits(long bytes, int days) {}

  /**
   * Opens the file for more lines, and creates its directory.
   *
   * @throws IOException if the file cannot be written
   */
  RollingFile(LogNames names, Limits limits, boolean json, InstantSource clock) throws IOException {
    this.names = names;
    this.limits = limits;
    this.json = json;
    this.clock = clock;
    Files.createDirectories(names.directory());
    this.day = today();
    Path file = names.active(day);
    if (Files.exists(file)) {
      this.day = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
    }
    this.out = open(file);
    removeOld();
  }

  @Override
  public void write(LogLine line) {
    byte[] bytes = json ? line.json() : line.text();
    try {
      rollIfDue(bytes.length);
      out.write(bytes);
      size += bytes.length;
      failing = false;
    } catch (IOException e) {
      refused(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      refused(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      refused(e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private OutputStream open(Path file) throws IOException {
    // why: not a channel, which an interrupt of the writing thread would close.
    OutputStream opened = new FileOutputStream(file.toFile(), true);
    size = Files.size(file);
    return new BufferedOutputStream(opened, 16_384);
  }

  private void rollIfDue(int more) throws IOException {
    LocalDate now = today();
    boolean full = size > 0 && size + more > limits.bytes();
    boolean over = !now.equals(day);
    if (!full && !over) {
      return;
    }
    out.close();
    if (full || !names.dated()) {
      putAway();
    }
    day = now;
    out = open(names.active(now));
    removeOld();
  }

  private void putAway() throws IOException {
    int number = 1;
    while (Files.exists(names.archive(day, number))) {
      number++;
    }
    Path file = names.active(day);
    if (Files.exists(file)) {
      Files.move(file, names.archive(day, number));
    }
  }

  private void removeOld() throws IOException {
    LocalDate oldest = today().minusDays(limits.days());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(names.directory())) {
      for (Path file : files) {
        if (names.day(file).filter(oldest::isAfter).isPresent()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void refused(IOException cause) {
    if (!failing) {
      failing = true;
      System.err.println("Log lines are lost: " + PlainText.oneLine(String.valueOf(cause)));
    }
    try {
      out = open(names.active(day));
    } catch (IOException e) {
      out = OutputStream.nullOutputStream();
    }
  }
}
