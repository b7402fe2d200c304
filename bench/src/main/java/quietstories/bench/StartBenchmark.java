package quietstories.bench;

import java.util.Map;

/** How long a start takes, from the script to the first answer, and what is resident after it. */
final class StartBenchmark implements Benchmark {

  @Override
  public void run(Report report, Options options) throws Exception {
    boolean smoke = options.smoke();
    int runs = smoke ? 1 : 7;
    double[] ready = new double[runs];
    double[] resident = new double[runs];
    for (int i = 0; i < runs; i++) {
      try (Server server = Server.start(Map.of())) {
        ready[i] = server.readyMillis();
        resident[i] = server.residentMebibytes();
      }
    }
    report.atMost("ready, median (new database)", new Percentiles(ready).at(50), "ms", 1_000);
    report.atMost("resident after start, median", new Percentiles(resident).at(50), "MiB", 150);
  }
}
