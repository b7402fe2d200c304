package quietstories.tools;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quietstories.json.JsonObject;
import quietstories.memory.SeenRelationship;
import quietstories.model.ToolSpec;
import quietstories.story.EntityId;
import quietstories.story.RelationshipType;
import quietstories.story.ToolAccess;

/** Shows who is what to whom, as far as the point of view may know. */
final class QueryRelationships implements Tool {

  private static final int USUAL = 10;
  private static final int MOST = 50;

  private static final ToolSpec SPEC =
      new ToolSpec(
          "query_relationships",
          "Lists relationships between people of the story, the strongest first.",
          Parameters.begin()
              .takes("entity_id", "string", "Only those from or to this one of the cast.")
              .takes("relationship_type", types(), "Only those of this sort.")
              .takes("min_strength", "number", 0, 1, "The least strength; 0 by default.")
              .takes("limit", "integer", 1, MOST, "How many at most; 10 by default.")
              .only());

  private static List<String> types() {
    return List.of(RelationshipType.values()).stream().map(RelationshipType::wireName).toList();
  }

  @Override
  public ToolSpec spec() {
    return SPEC;
  }

  @Override
  public ToolAccess access() {
    return ToolAccess.READ;
  }

  @Override
  public ToolResult run(ToolContext context, JsonObject arguments) {
    Minds minds = context.minds();
    Optional<String> said = arguments.text("entity_id").filter(text -> !text.isBlank());
    Optional<EntityId> entity = said.flatMap(minds.cast()::resolve);
    if (said.isPresent() && entity.isEmpty()) {
      return new ToolResult.Failed(minds.cast().unknown(said.get()) + ".");
    }
    Optional<String> kind = arguments.text("relationship_type").filter(text -> !text.isBlank());
    Optional<RelationshipType> type = kind.flatMap(RelationshipType::named);
    if (kind.isPresent() && type.isEmpty()) {
      return new ToolResult.Failed(
          "There is no relationship '"
              + kind.get()
              + "'; allowed: "
              + String.join(", ", types())
              + ".");
    }
    double least = arguments.number("min_strength").map(number -> number.value()).orElse(0.0);
    Predicate<SeenRelationship> wanted =
        edge ->
            entity.map(id -> edge.from().equals(id) || edge.to().equals(id)).orElse(true)
                && type.map(edge.type()::equals).orElse(true)
                && edge.strength() >= least;
    int limit = Math.clamp(arguments.integer("limit").orElse(USUAL), 1, MOST);
    String edges =
        minds.view().relationships().stream()
            .filter(wanted)
            .sorted(Comparator.comparingDouble(SeenRelationship::strength).reversed())
            .limit(limit)
            .map(QueryRelationships::words)
            .collect(Collectors.joining("\n"));
    return new ToolResult.Told(edges.isEmpty() ? "No such relationship is known." : edges);
  }

  private static String words(SeenRelationship edge) {
    return String.format(
        Locale.ROOT,
        "%s to %s: %s, sentiment %.2f, strength %.2f, turn %d",
        edge.from(),
        edge.to(),
        edge.type().wireName(),
        edge.sentiment(),
        edge.strength(),
        edge.lastTurn());
  }
}
