package quietstories.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.story.MemoryId;

/** Recalls of each way of searching, by kind of question. */
final class Recalls {

  private static final double PERCENT = 100;

  private final Map<String, Map<String, List<Double>>> byWay = new LinkedHashMap<>();

  /** Notes what one way found for a question. */
  void add(String way, Asked question, List<MemoryId> found) {
    byWay
        .computeIfAbsent(way, _ -> new LinkedHashMap<>())
        .computeIfAbsent(question.kind(), _ -> new ArrayList<>())
        .add(PERCENT * question.recall(found));
  }

  /** Returns the mean over all questions, in percent. */
  double of(String way) {
    return mean(byWay.getOrDefault(way, Map.of()).values().stream().flatMap(List::stream).toList());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  void print(Report report, String talk) {
    byWay.forEach(
        (way, kinds) -> {
          kinds.forEach(
              (kind, values) ->
                  report.figure("%s: %s, %s".formatted(talk, way, kind), mean(values), "%"));
          report.figure("%s: %s, all".formatted(talk, way), of(way), "%");
        });
  }
}
