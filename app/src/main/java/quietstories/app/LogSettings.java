package quietstories.app;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is logged, where and for how long.
 *
 * @param directory where {@code app.log} and the dated files are written
 * @param level the least level in the files, for this program's own loggers
 * @param console the least level on the terminal; {@link Level#OFF} for none
 * @param extraFile one more file
 * @param retentionDays 1 to 365
 * @param content whether prompts, answers and the player's words may be logged
 */
public record LogSettings(
    Path directory,
    Level level,
    Level console,
    LogFormat format,
    Optional<Path> extraFile,
    int retentionDays,
    boolean content) {

  /** Returns these settings with the files in another directory. */
  LogSettings in(Path elsewhere) {
    return new LogSettings(elsewhere, level, console, format, extraFile, retentionDays, content);
  }
}
