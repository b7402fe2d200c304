package quietstories.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import quietstories.json.JsonNull;
import quietstories.json.JsonPath;
import quietstories.rules.BalanceTrials;
import quietstories.rules.Rulebook;
import quietstories.rules.SpecCheck;
import quietstories.rules.TrialReport;
import quietstories.story.Problem;
import quietstories.story.ScenarioSpec;

/** Proves scenarios: repairs them, checks them, plays them many times and tunes their danger. */
public final class TrialRoom {

  private static final Problem TOO_LARGE =
      new Problem(
          JsonPath.ROOT,
          "The scenario is too large to be tried: it needs fewer actions, or a smaller state and"
              + " shorter end conditions.",
          JsonNull.NULL);

  private final int trials;
  private final Executor bench;

  /**
   * Creates a room.
   *
   * @param trials how often a scenario of usual size is played, 1 to 100,000
   * @param bench runs the trials, each proof as one task that computes for seconds; it should run
   *     them on platform threads of its own, since a virtual thread that computes keeps its carrier
   *     from all others
   */
  public TrialRoom(int trials, Executor bench) {
    if (trials < 1 || trials > 100_000) {
      throw new IllegalArgumentException("trials must be from 1 to 100000, not " + trials);
    }
    this.trials = trials;
    this.bench = bench;
  }

  /**
   * Returns what can be proved of {@code spec}; waits for the bench.
   *
   * @param tuning whether a scenario that is too mild is made more dangerous
   */
  Proof prove(ScenarioSpec spec, boolean tuning) {
    FutureTask<Proof> task = new FutureTask<>(() -> proof(spec, tuning));
    bench.execute(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a scenario was tried", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a scenario could not be tried", e.getCause());
    }
  }

  private Proof proof(ScenarioSpec spec, boolean tuning) {
    Repaired repaired = SpecRepair.repair(spec);
    List<Problem> problems = SpecCheck.problems(repaired.spec());
    OptionalInt count = TrialCount.of(repaired.spec(), trials);
    if (problems.isEmpty() && count.isPresent()) {
      return tried(repaired, count.getAsInt(), tuning);
    }
    List<Problem> all = problems.isEmpty() ? List.of(TOO_LARGE) : problems;
    return new Proof.Broken(repaired.spec(), repaired.notes(), all);
  }

  private Proof tried(Repaired repaired, int count, boolean tuning) {
    Rulebook rules = Rulebook.compile(repaired.spec());
    TrialReport report = BalanceTrials.run(rules, count);
    List<String> reasons = Playability.reasons(rules, report);
    List<String> notes = new ArrayList<>(repaired.notes());
    boolean tooMild = report.lossRate() < repaired.spec().budget().minFailRate();
    if (tuning && tooMild && reasons.isEmpty()) {
      DangerTuning.Tuned tuned = DangerTuning.tune(repaired.spec(), report, count);
      notes.addAll(tuned.notes());
      rules = Rulebook.compile(tuned.spec());
      report = tuned.report();
    }
    return new Proof.Tried(
        rules.spec(), notes, report, reasons, Playability.warnings(rules, report));
  }
}
