package quietstories.memory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quietstories.story.EntityId;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;

/**
 * The graph of relationships at a glance.
 *
 * @param entities how many entities have any relationship
 * @param types those that occur
 * @param averageStrength the mean, 0 if there is none
 * @param mostConnected up to five, those with the most relationships first
 */
public record GraphSummary(
    int entities,
    int relationships,
    List<RelationshipType> types,
    double averageStrength,
    List<Connected> mostConnected) {

  private static final int MOST = 5;

  public GraphSummary {
    types = List.copyOf(types);
    mostConnected = List.copyOf(mostConnected);
  }

  /** An entity and how many relationships it has, in both directions. */
  public record Connected(EntityId entity, int count) {}

  /** Returns the summary of that graph. */
  public static GraphSummary of(List<Relationship> graph) {
    Map<EntityId, Integer> counts = new LinkedHashMap<>();
    for (Relationship edge : graph) {
      counts.merge(edge.from(), 1, Integer::sum);
      counts.merge(edge.to(), 1, Integer::sum);
    }
    return new GraphSummary(
        counts.size(),
        graph.size(),
        graph.stream().map(Relationship::type).distinct().sorted().toList(),
        graph.stream().mapToDouble(Relationship::strength).average().orElse(0),
        counts.entrySet().stream()
            .map(entry -> new Connected(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(Connected::count)
                    .reversed()
                    .thenComparing(connected -> connected.entity().value()))
            .limit(MOST)
            .toList());
  }
}
