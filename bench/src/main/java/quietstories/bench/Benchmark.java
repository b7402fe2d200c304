package quietstories.bench;

/** One thing to measure. */
interface Benchmark {

  /**
   * Measures and reports.
   *
   * @param smoke whether it only shows that it runs; limits do not count then
   */
  void run(Report report, boolean smoke) throws Exception;
}
