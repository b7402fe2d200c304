package quietstories.memory;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quietstories.story.EntityId;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;

/**
 * What one entity is to the others.
 *
 * @param outgoing its own relationships
 * @param incoming how many others have one to it
 * @param types how many of its own there are of each type and their mean sentiment
 * @param averageSentiment the mean over its own, 0 if it has none
 * @param strongest up to five of its own, the strongest first
 */
public record EntitySummary(
    EntityId entity,
    int outgoing,
    int incoming,
    Map<RelationshipType, OfType> types,
    double averageSentiment,
    List<Relationship> strongest) {

  private static final int STRONGEST = 5;

  public EntitySummary {
    types = Map.copyOf(types);
    strongest = List.copyOf(strongest);
  }

  /**
   * The relationships of one type.
   *
   * @param averageSentiment from -1 to 1
   */
  public record OfType(int count, double averageSentiment) {}

  /** Returns the summary of that entity's part of the graph. */
  public static EntitySummary of(EntityId entity, List<Relationship> graph) {
    List<Relationship> own = graph.stream().filter(edge -> edge.from().equals(entity)).toList();
    Map<RelationshipType, OfType> types = new EnumMap<>(RelationshipType.class);
    own.stream()
        .collect(Collectors.groupingBy(Relationship::type))
        .forEach((type, edges) -> types.put(type, new OfType(edges.size(), sentiment(edges))));
    return new EntitySummary(
        entity,
        own.size(),
        (int) graph.stream().filter(edge -> edge.to().equals(entity)).count(),
        types,
        sentiment(own),
        own.stream()
            .sorted(
                Comparator.comparingDouble(Relationship::strength)
                    .reversed()
                    .thenComparing(edge -> edge.to().value()))
            .limit(STRONGEST)
            .toList());
  }

  private static double sentiment(List<Relationship> edges) {
    return edges.stream().mapToDouble(Relationship::sentiment).average().orElse(0);
  }
}
