package quietstories.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quietstories.engine.Advisor.Action;
import quietstories.engine.Advisor.Finding;
import quietstories.engine.Measured;
import quietstories.json.JsonObject;
import quietstories.prompt.PromptLimits;

/** A tool takes longer than a single one should. */
final class ToolRule implements Rule {

  /** The acceptable time of a single tool, from the performance guide. */
  private static final double ACCEPTABLE_MS = 100;

  private record Tool(String name, List<Measured> runs) {

    double medianMs() {
      return Numbers.median(runs, Measured::durationMs);
    }

    boolean remembers() {
      return name.contains("memor") || name.equals("semantic_search");
    }
  }

  @Override
  public Optional<Finding> look(Evidence.Case evidence, PromptLimits limits) {
    Map<String, List<Measured>> tools =
        evidence.tools().stream().collect(Collectors.groupingBy(Measured::name));
    return tools.entrySet().stream()
        .map(entry -> new Tool(entry.getKey(), entry.getValue()))
        .filter(tool -> tool.runs().size() >= FEWEST && tool.medianMs() > ACCEPTABLE_MS)
        .max(Comparator.comparingDouble(Tool::medianMs))
        .map(tool -> finding(tool, evidence.turns().size()));
  }

  private static Finding finding(Tool tool, int turns) {
    double perTurn = (double) tool.runs().size() / Math.max(1, turns);
    JsonObject numbers =
        JsonObject.builder()
            .put("tool", tool.name())
            .put("calls", tool.runs().size())
            .put("median_ms", Numbers.rounded(tool.medianMs()))
            .put("acceptable_ms", ACCEPTABLE_MS)
            .build();
    // why: several calls in a turn run side by side, so a turn waits for one of them.
    double saving = (tool.medianMs() - ACCEPTABLE_MS) * Math.min(1, perTurn);
    return new Finding("slow_tool", numbers, action(tool), saving);
  }

  /** Fewer memories are searched faster; of any other tool its times are the place to look. */
  private static Action action(Tool tool) {
    return tool.runs()
        .getLast()
        .session()
        .filter(_ -> tool.remembers())
        .map(id -> "/sessions/" + id.value() + "/memories/consolidate")
        .map(path -> new Action("POST", path, JsonObject.EMPTY))
        .orElseGet(() -> new Action("GET", "/optimization/performance/metrics", JsonObject.EMPTY));
  }
}
