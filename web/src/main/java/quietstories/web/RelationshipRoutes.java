package quietstories.web;

import java.util.List;
import quietstories.engine.Memories;
import quietstories.engine.Sessions;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.memory.EntitySummary;
import quietstories.memory.GraphSummary;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.Relationship;
import quietstories.story.RelationshipType;
import quietstories.story.Session;

/** Shows who is what to whom: one graph behind every answer. */
final class RelationshipRoutes {

  private static final String ONE = "/sessions/{session_id}";

  private final Sessions sessions;
  private final Memories memories;

  /** Creates the routes. */
  RelationshipRoutes(Sessions sessions, Memories memories) {
    this.sessions = sessions;
    this.memories = memories;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get(ONE + "/relationships", this::all),
        Route.get(ONE + "/relationships/{entity_id}", this::of),
        Route.get(ONE + "/graph", this::graph),
        Route.get(ONE + "/graph/summary", this::summary));
  }

  private Session session(Call call) {
    return sessions.load(SessionRoutes.id(call));
  }

  private Reply all(Call call) {
    Session session = session(call);
    List<Relationship> edges = memories.mind(session).relationships();
    JsonObject.Builder relationships = JsonObject.builder();
    for (Relationship edge : edges) {
      relationships.put(edge.from() + "_" + edge.to(), pair(edge));
    }
    return Reply.ok(
        JsonObject.builder()
            .put("session_id", session.id().value())
            .put("relationships", relationships.build())
            .put("entity_count", GraphSummary.of(edges).entities())
            .put("total_relationships", edges.size())
            .build());
  }

  private static JsonObject pair(Relationship edge) {
    return JsonObject.builder()
        .put("entity_a", edge.from().value())
        .put("entity_b", edge.to().value())
        .put("sentiment", edge.sentiment())
        .put("strength", edge.strength())
        .put("relationship_type", edge.type().wireName())
        .put("memory_count", edge.evidence().size())
        .put("last_interaction", edge.lastTurn())
        .build();
  }

  private Reply of(Call call) {
    Session session = session(call);
    String said = call.variable("entity_id");
    EntityId entity =
        session.entities().stream()
            .map(Entity::id)
            .filter(id -> id.value().equals(said))
            .findFirst()
            .orElseThrow(
                () -> Failure.of(FaultCode.PLAYER_NOT_FOUND, "Entity not found").exception());
    EntitySummary summary = EntitySummary.of(entity, memories.mind(session).relationships());
    return Reply.ok(
        JsonObject.builder()
            .put("session_id", session.id().value())
            .put("entity_id", entity.value())
            .put("relationship_summary", json(summary))
            .build());
  }

  private static JsonObject json(EntitySummary summary) {
    JsonObject.Builder types = JsonObject.builder();
    summary
        .types()
        .forEach(
            (type, of) ->
                types.put(
                    type.wireName(),
                    JsonObject.builder()
                        .put("count", of.count())
                        .put("avg_sentiment", of.averageSentiment())
                        .build()));
    return JsonObject.builder()
        .put("entity_id", summary.entity().value())
        .put("total_outgoing", summary.outgoing())
        .put("total_incoming", summary.incoming())
        .put("relationship_types", types.build())
        .put("average_sentiment", summary.averageSentiment())
        .put(
            "strongest_relationships",
            new JsonArray(summary.strongest().stream().map(RelationshipRoutes::strong).toList()))
        .build();
  }

  private static Json strong(Relationship edge) {
    return JsonObject.builder()
        .put("entity", edge.to().value())
        .put("type", edge.type().wireName())
        .put("sentiment", edge.sentiment())
        .put("strength", edge.strength())
        .build();
  }

  private Reply graph(Call call) {
    Session session = session(call);
    List<Json> nodes = session.entities().stream().map(RelationshipRoutes::node).toList();
    List<Json> edges =
        memories.mind(session).relationships().stream().map(RelationshipRoutes::edge).toList();
    return Reply.ok(
        JsonObject.builder()
            .put("nodes", new JsonArray(nodes))
            .put("edges", new JsonArray(edges))
            .build());
  }

  private static Json node(Entity entity) {
    return JsonObject.builder()
        .put("id", entity.id().value())
        .put("name", entity.name())
        .put("type", entity.type())
        .build();
  }

  private static Json edge(Relationship edge) {
    return JsonObject.builder()
        .put("from", edge.from().value())
        .put("to", edge.to().value())
        .put("type", edge.type().wireName())
        .put("sentiment", edge.sentiment())
        .put("strength", edge.strength())
        .put("evidence", MemoryJson.memoryIds(edge.evidence()))
        .put("last_turn", edge.lastTurn())
        .build();
  }

  private Reply summary(Call call) {
    Session session = session(call);
    return Reply.ok(
        JsonObject.builder()
            .put("session_id", session.id().value())
            .put("graph_summary", json(GraphSummary.of(memories.mind(session).relationships())))
            .build());
  }

  /** Returns the graph at a glance. */
  static JsonObject json(GraphSummary summary) {
    List<String> types = summary.types().stream().map(RelationshipType::wireName).toList();
    List<Json> connected =
        summary.mostConnected().stream().map(RelationshipRoutes::connected).toList();
    return JsonObject.builder()
        .put("total_entities", summary.entities())
        .put("total_relationships", summary.relationships())
        .put("relationship_types", JsonArray.ofTexts(types))
        .put("avg_relationship_strength", summary.averageStrength())
        .put("most_connected_entities", new JsonArray(connected))
        .build();
  }

  private static Json connected(GraphSummary.Connected one) {
    return JsonObject.builder()
        .put("entity_id", one.entity().value())
        .put("connection_count", one.count())
        .build();
  }
}
