package quietstories.metrics;

import java.util.List;
import java.util.Optional;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.engine.Measured;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** Turns ask the model several times, one call after the other. */
final class RoundsRule implements Rule {

  private static final double OFTEN = 0.3;
  private static final int MOST_MEMORIES = 100;

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    List<Measured> told = evidence.turns().stream().filter(turn -> calls(turn) > 0).toList();
    long several = told.stream().filter(turn -> calls(turn) > 1).count();
    if (several < FEWEST || several < OFTEN * told.size()) {
      return Optional.empty();
    }
    JsonObject numbers =
        JsonObject.builder()
            .put("turns", told.size())
            .put("turns_with_several", several)
            .put("calls_per_turn", Numbers.rounded(Numbers.mean(told, RoundsRule::calls)))
            .put("model_ms_per_turn", Numbers.rounded(Numbers.mean(told, RoundsRule::model)))
            .build();
    double saving = Numbers.mean(told, turn -> model(turn) * (calls(turn) - 1) / calls(turn));
    return Optional.of(new Finding("sequential_rounds", numbers, action(limits), saving));
  }

  /** What a narrator finds in its prompt it need not ask for. */
  private static Action action(PromptLimits limits) {
    int memories = Math.min(MOST_MEMORIES, limits.maxMemoriesPerEntity() * 2);
    return new Action(
        "POST",
        "/optimization/configure",
        JsonObject.builder().put("max_memories_per_entity", memories).build());
  }

  private static double calls(Measured turn) {
    return number(turn, "model_calls");
  }

  private static double model(Measured turn) {
    return number(turn, "model_ms");
  }

  private static double number(Measured turn, String name) {
    return turn.metadata().number(name).map(found -> found.value()).orElse(0.0);
  }
}
