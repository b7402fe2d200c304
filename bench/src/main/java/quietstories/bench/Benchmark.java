package quietstories.bench;

/** One thing to measure. */
@FunctionalInterface
interface Benchmark {

  /** Measures and reports. */
  void run(Report report, Options options) throws Exception;
}
