package quietstories.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks that the arguments name; {@code --smoke} runs each as small as it goes. */
public final class Main {

  private static final Map<String, Benchmark> ALL =
      Map.of(
          "start", new StartBenchmark(),
          "overhead", new OverheadBenchmark(),
          "append", new AppendBenchmark(),
          "streams", new StreamsBenchmark(),
          "watching", new WatchingBenchmark());
  private static final List<String> ORDER =
      List.of("start", "overhead", "append", "streams", "watching");

  private Main() {}

  /** Exits with 1 if a limit was missed, with 2 for an unknown name. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    boolean smoke = names.remove("--smoke");
    if (names.isEmpty() || names.equals(List.of("all"))) {
      names = ORDER;
    }
    boolean good = true;
    for (String name : names) {
      Benchmark benchmark = ALL.get(name);
      if (benchmark == null) {
        System.err.println("No benchmark '" + name + "'; there are " + String.join(", ", ORDER));
        System.exit(2);
        return;
      }
      Report report = new Report(name, smoke);
      benchmark.run(report, smoke);
      good &= report.isGood();
    }
    System.exit(good ? 0 : 1);
  }
}
