package quietstories.authoring;

import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.rules.TrialReport;
import quietstories.story.Problem;

/**
 * Writes what a compile found as {@code validation_results}.
 *
 * <p>A broken scenario has {@code valid} false, {@code issues} (place and message in one line),
 * {@code auto_repair_attempted} true, {@code repairs} and {@code warnings}. One that was tried has
 * {@code valid} true, {@code monte_carlo_passed}, {@code monte_carlo_results}, and the same lists;
 * its issues are the reasons why it cannot be played.
 */
final class CompileReport {

  private CompileReport() {}

  /** Returns the results of {@code proof}. */
  static JsonObject of(Proof proof) {
    return switch (proof) {
      case Proof.Broken broken -> broken(broken);
      case Proof.Tried tried -> tried(tried);
    };
  }

  private static JsonObject broken(Proof.Broken broken) {
    return JsonObject.builder()
        .put("valid", false)
        .put("issues", JsonArray.ofTexts(broken.problems().stream().map(Problem::line).toList()))
        .put("auto_repair_attempted", true)
        .put("repairs", JsonArray.ofTexts(broken.repairs()))
        .put("warnings", JsonArray.EMPTY)
        .build();
  }

  private static JsonObject tried(Proof.Tried tried) {
    return JsonObject.builder()
        .put("valid", true)
        .put("monte_carlo_passed", tried.passed())
        .put("monte_carlo_results", results(tried.report(), tried.passed()))
        .put("issues", JsonArray.ofTexts(tried.reasons()))
        .put("auto_repair_attempted", !tried.repairs().isEmpty())
        .put("repairs", JsonArray.ofTexts(tried.repairs()))
        .put("warnings", JsonArray.ofTexts(tried.warnings()))
        .build();
  }

  /** Returns the contract's seven keys first, then all that the trials' own report has. */
  private static JsonObject results(TrialReport report, boolean passed) {
    JsonObject contract =
        JsonObject.builder()
            .put("total_simulations", report.trials())
            .put("failures", report.losses())
            .put("successes", report.wins())
            .put("avg_turns_to_failure", report.averageTurnsToLoss())
            .put("avg_turns_to_success", report.averageTurnsToWin())
            .put("fail_rate", report.lossRate())
            .put("passed", passed)
            .build();
    return contract.merge(JsonObject.of("report", report.toJson()));
  }
}
