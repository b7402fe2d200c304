package quietstories.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import quietstories.json.Json;
import quietstories.json.JsonReadException;
import quietstories.json.JsonReader;
import quietstories.metrics.Comparison;
import quietstories.metrics.NotMetrics;
import quietstories.metrics.Row;

/** Compares two files that were saved from the metrics of a server and prints a table. */
final class CompareCommand {

  private static final String LINE = "%-40s %8s %11s %8s %11s %8s  %-15s  %s%n";

  private final PrintStream out;
  private final PrintStream err;

  CompareCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Returns 0 when the table was printed, 2 with a sentence when a file is of no use. */
  int run(String before, String after) {
    try {
      Comparison comparison = Comparison.of(read(before), read(after));
      out.printf(
          LINE,
          "",
          "before",
          "median ms",
          "after",
          "median ms",
          "ratio",
          "95 % interval",
          "verdict");
      comparison.rows().forEach(this::print);
      out.flush();
      return 0;
    } catch (Unusable e) {
      err.println(PlainText.oneLine(e.words));
      return 2;
    }
  }

  private static Json read(String file) {
    try {
      Json json = JsonReader.read(Files.readString(Path.of(file)));
      // why: each file is checked on its own, so that a fault names the file it is in.
      Comparison.check(json);
      return json;
    } catch (IOException | InvalidPathException e) {
      throw new Unusable("The file " + file + " cannot be read.");
    } catch (JsonReadException e) {
      throw new Unusable("The file " + file + " is not JSON.");
    } catch (NotMetrics e) {
      String remedy = "; save one with GET /optimization/performance/metrics.";
      throw new Unusable("The file " + file + " " + e.reason() + remedy);
    }
  }

  private void print(Row row) {
    boolean compared = row.interval().isPresent();
    out.printf(
        LINE,
        row.name().isEmpty() ? row.type().category() : "  " + PlainText.oneLine(row.name()),
        row.before().count(),
        compared ? number(row.before().medianMs()) : "-",
        row.after().count(),
        compared ? number(row.after().medianMs()) : "-",
        compared ? number(row.ratio().orElse(1)) : "-",
        row.interval().map(ends -> number(ends.low()) + " - " + number(ends.high())).orElse("-"),
        row.verdict().wireName().replace('_', ' ') + (compared ? "" : " (too few)"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A file that is of no use; the words say why. */
  private static final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String words;

    private Unusable(String words) {
      super(words);
      this.words = words;
    }
  }
}
