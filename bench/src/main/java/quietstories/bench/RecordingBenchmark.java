package quietstories.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What {@link WatchedThread} costs a turn, by JMH in virtual machines of its own. */
final class RecordingBenchmark implements Benchmark {

  @Override
  public void run(Report report, Options options) throws RunnerException {
    ChainedOptionsBuilder how =
        new OptionsBuilder()
            .include("^" + WatchedThread.class.getName() + "\\.")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (options.smoke()) {
      how.forks(1).warmupIterations(0).measurementIterations(1);
    }
    for (RunResult result : new Runner(how.build()).run()) {
      String method = result.getParams().getBenchmark();
      double micros = result.getPrimaryResult().getScore();
      double off = result.getPrimaryResult().getScoreError();
      switch (method.substring(method.lastIndexOf('.') + 1)) {
        case "recorded" -> report.atMost("recording a turn", micros, "us", 20);
        case "watched" -> report.atMost("recording, log and trace of a turn", micros, "us", 100);
        default -> report.figure(method, micros, "us");
      }
      // why: one iteration alone, as in a smoke run, has no interval.
      if (Double.isFinite(off)) {
        report.figure("  half of its 99.9 % interval", off, "us");
      }
    }
  }
}
