package quietstories.bench;

import java.util.Map;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;

/**
 * A report as JSON: the figures, and the distributions in the form of a server's metrics, so that
 * two results can be compared like two answers of a server.
 */
final class ResultJson {

  private ResultJson() {}

  static JsonObject write(Report report, String machine) {
    return JsonObject.builder()
        .put("status", "success")
        .put("benchmark", report.workload().wireName())
        .put("machine", machine)
        .put("figures", new JsonArray(report.figures().stream().<Json>map(Figure::json).toList()))
        .put("metrics", metrics(report.allSeries()))
        .build();
  }

  /** Everything that a benchmark times belongs to turns; the other categories stand empty. */
  private static JsonObject metrics(Map<String, Series> series) {
    Series all = new Series();
    JsonObject.Builder names = JsonObject.builder();
    series.forEach(
        (name, one) -> {
          all.addAll(one);
          names.put(name, one.json());
        });
    return JsonObject.builder()
        .put("llm_calls", empty())
        .put("tool_executions", empty())
        .put(
            "turn_processing",
            all.json().with("by_name", names.build()).with("recent_operations", JsonArray.EMPTY))
        .build();
  }

  private static JsonObject empty() {
    return new Series()
        .json()
        .with("by_name", JsonObject.EMPTY)
        .with("recent_operations", JsonArray.EMPTY);
  }
}
