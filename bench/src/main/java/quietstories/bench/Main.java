package quietstories.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks that the arguments name and writes what they found. */
public final class Main {

  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final PrintStream out;

  Main(Clock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /** Exits with 1 if a limit was missed, with 2 for arguments that are not understood. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    if (words.contains("--help") || words.contains("-h")) {
      System.out.print(Usage.text());
    } else if (words.contains("--list")) {
      System.out.print(Usage.list());
    } else {
      System.exit(run(words));
    }
  }

  private static int run(List<String> words) throws Exception {
    try {
      return new Main(Clock.systemUTC(), System.out).run(OptionsReader.read(words)) ? 0 : 1;
    } catch (WrongOption e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private boolean run(Options options) throws Exception {
    String machine = Machine.describe(clock.instant());
    out.println(machine);
    Path folder =
        options.out().orElseGet(() -> Path.of("bench-results", FOLDER.format(clock.instant())));
    Files.createDirectories(folder);
    List<Report> reports = new ArrayList<>();
    for (Workload workload : chosen(options)) {
      Report report = new Report(workload, options.smoke(), out);
      workload.benchmark().run(report, options);
      reports.add(report);
      write(folder, reports, machine);
    }
    out.println("Results: " + folder.resolve("index.html").toAbsolutePath().normalize());
    return reports.stream().allMatch(Report::isGood);
  }

  private static List<Workload> chosen(Options options) {
    return options.names().isEmpty()
        ? List.of(Workload.values())
        : options.names().stream().flatMap(name -> Workload.named(name).stream()).toList();
  }

  /** Writes the newest report and the page of all so far. */
  static void write(Path folder, List<Report> reports, String machine) throws IOException {
    Report newest = reports.getLast();
    Files.writeString(
        folder.resolve(newest.workload().wireName() + ".json"),
        ResultJson.write(newest, machine).write());
    Files.writeString(folder.resolve("index.html"), ResultPage.write(reports, machine));
  }
}
