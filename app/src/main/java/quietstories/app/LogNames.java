package quietstories.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of one log's files: the one that is written, and those that were put away, called
 * {@code stem-YYYY-MM-DD.N.suffix}.
 *
 * @param dated whether the file that is written carries its day as well
 */
record LogNames(Path directory, String stem, String suffix, boolean dated) {

  /** Returns the names around {@code file}, which keeps its name while it is written. */
  static LogNames fixed(Path file) {
    Path whole = file.toAbsolutePath();
    String name = String.valueOf(whole.getFileName());
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    Path directory = Optional.ofNullable(whole.getParent()).orElse(whole);
    return new LogNames(directory, name.substring(0, end), name.substring(end), false);
  }

  /** Returns the names of a log that begins a new file {@code stem-YYYY-MM-DD.log} every day. */
  static LogNames daily(Path directory, String stem) {
    return new LogNames(directory.toAbsolutePath(), stem, ".log", true);
  }

  /** Returns the file that is written on {@code day}. */
  Path active(LocalDate day) {
    return directory.resolve(dated ? stem + "-" + day + suffix : stem + suffix);
  }

  /** Returns the {@code number}th file that was put away with lines of {@code day}. */
  Path archive(LocalDate day, int number) {
    return directory.resolve(stem + "-" + day + "." + number + suffix);
  }

  /** Returns the day of a file of this log that carries one, or empty for any other file. */
  Optional<LocalDate> day(Path file) {
    Matcher matcher =
        Pattern.compile(
                Pattern.quote(stem)
                    + "-([0-9]{4}-[0-9]{2}-[0-9]{2})(\\.[0-9]+)?"
                    + Pattern.quote(suffix))
            .matcher(String.valueOf(file.getFileName()));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(matcher.group(1)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
