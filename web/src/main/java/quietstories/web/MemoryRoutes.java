package quietstories.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quietstories.engine.Memories;
import quietstories.engine.Sessions;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.memory.Admission;
import quietstories.memory.Cast;
import quietstories.memory.Consolidated;
import quietstories.memory.Mind;
import quietstories.memory.Question;
import quietstories.memory.SearchMode;
import quietstories.memory.Wish;
import quietstories.story.EntityId;
import quietstories.story.Memory;
import quietstories.story.MemoryId;
import quietstories.story.MemoryScope;
import quietstories.story.Session;

/** Shows, finds, keeps and forgets what is remembered, and shows who feels what. */
final class MemoryRoutes {

  private static final String ONE = "/sessions/{session_id}";
  private static final int MOST_FOUND = 200;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Sessions sessions;
  private final Memories memories;

  /** Creates the routes. */
  MemoryRoutes(Sessions sessions, Memories memories) {
    this.sessions = sessions;
    this.memories = memories;
  }

  /** Returns the routes. */
  List<Route> routes() {
    return List.of(
        Route.get(ONE + "/memories", this::show),
        Route.post(ONE + "/memories", this::add).forImports(),
        Route.get(ONE + "/memories/search", this::search),
        Route.post(ONE + "/memories/consolidate", this::consolidate),
        Route.delete(ONE + "/memories/{memory_id}", this::delete),
        Route.get(ONE + "/emotions", this::emotions));
  }

  private Session session(Call call) {
    return sessions.load(SessionRoutes.id(call));
  }

  private Reply show(Call call) {
    return Reply.ok(MemoryJson.books(memories.mind(session(call))));
  }

  private Reply add(Call call) {
    Session session = session(call);
    MemoryWishes read = MemoryWishes.read(call, session.turn());
    List<Integer> places = List.copyOf(read.wishes().keySet());
    List<Wish> wishes = List.copyOf(read.wishes().values());
    List<Admission<Memory>> became =
        wishes.isEmpty() ? List.of() : memories.add(session.id(), wishes);
    List<String> ids = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    read.faults().forEach((place, fault) -> rejected.add(new Rejected(place, fault)));
    int added = 0;
    for (int i = 0; i < became.size(); i++) {
      switch (became.get(i)) {
        case Admission.Admitted<Memory>(Memory memory, boolean merged) -> {
          ids.add(memory.id().value());
          added += merged ? 0 : 1;
        }
        case Admission.Refused<Memory>(String reason) ->
            rejected.add(new Rejected(places.get(i), reason));
      }
    }
    return Reply.ok(
        JsonObject.builder()
            .put("added", added)
            .put("ids", JsonArray.ofTexts(ids))
            .put(
                "rejected",
                new JsonArray(rejected.stream().sorted().<Json>map(Rejected::json).toList()))
            .build());
  }

  private record Rejected(int index, String reason) implements Comparable<Rejected> {

    JsonObject json() {
      return JsonObject.builder().put("index", index).put("reason", reason).build();
    }

    @Override
    public int compareTo(Rejected other) {
      return Integer.compare(index, other.index);
    }
  }

  private Reply search(Call call) {
    long start = System.nanoTime();
    Session session = session(call);
    Fields query = Fields.of("query", call.query());
    Cast cast = memories.cast(session);
    Optional<EntityId> by = pointOfView(query, cast);
    Question question = question(query, cast, session.turn());
    query.check();
    List<Json> results =
        by.isPresent()
            ? memories.search(session, by.get(), question).stream()
                .<Json>map(r -> MemoryJson.found(r.memory(), r.similarity(), r.why()))
                .toList()
            : memories.search(session, question).stream()
                .<Json>map(f -> MemoryJson.found(f.memory(), f.similarity(), f.why()))
                .toList();
    return Reply.ok(
        JsonObject.builder()
            .put("results", new JsonArray(results))
            .put("took_ms", (System.nanoTime() - start) / NANOS_PER_MILLI)
            .build());
  }

  private static Question question(Fields query, Cast cast, int now) {
    String words = query.optionalText("q").orElse("");
    Optional<String> scope = query.optionalText("scope");
    Optional<MemoryScope> about = scope.flatMap(MemoryScope::named);
    if (scope.isPresent() && about.isEmpty()) {
      refuse(query, "scope", MemoryScope.allowed());
    }
    String mode = query.optionalText("mode").orElse(SearchMode.HYBRID.wireName());
    Optional<SearchMode> way = SearchMode.named(mode);
    if (way.isEmpty()) {
      refuse(query, "mode", "hybrid, keyword, semantic");
    }
    return new Question(
        words,
        Set.copyOf(cast.mentionedIn(words)),
        Optional.empty(),
        way.orElse(SearchMode.HYBRID),
        entity(query, "entity_id", cast),
        about,
        (int) query.integer("k", 5, 1, MOST_FOUND),
        query.optionalNumber("threshold", 0, 1).filter(n -> n >= 0 && n <= 1).orElse(0.0),
        now);
  }

  /** An empty point of view is a slip, and must not show what the operator sees. */
  private static Optional<EntityId> pointOfView(Fields query, Cast cast) {
    if (query.optionalText("as").filter(String::isBlank).isPresent()) {
      query.refuse("as", "value_error", cast.unknown(""), JsonObject.EMPTY);
    }
    return entity(query, "as", cast);
  }

  private static Optional<EntityId> entity(Fields query, String name, Cast cast) {
    Optional<String> said = query.optionalText(name).filter(text -> !text.isBlank());
    Optional<EntityId> entity = said.flatMap(cast::resolve);
    if (said.isPresent() && entity.isEmpty()) {
      query.refuse(name, "value_error", cast.unknown(said.get()), JsonObject.EMPTY);
    }
    return entity;
  }

  private static void refuse(Fields query, String name, String allowed) {
    query.refuse(name, "enum", "Input should be one of " + allowed, JsonObject.EMPTY);
  }

  private Reply consolidate(Call call) {
    long start = System.nanoTime();
    Consolidated done = memories.consolidate(SessionRoutes.id(call));
    return Reply.ok(
        JsonObject.builder()
            .put("entities_processed", done.entitiesProcessed())
            .put("memories_removed", done.memoriesRemoved())
            .put("memories_merged", done.memoriesMerged())
            .put("memories_summarized", done.memoriesSummarized())
            .put("took_ms", (System.nanoTime() - start) / NANOS_PER_MILLI)
            .build());
  }

  private Reply delete(Call call) {
    Session session = session(call);
    String id = call.variable("memory_id");
    if (id.isBlank() || !memories.delete(session.id(), new MemoryId(id))) {
      throw Failure.of(FaultCode.PLAYER_NOT_FOUND, "Memory not found").exception();
    }
    return Reply.ok(
        JsonObject.builder().put("message", "Memory deleted").put("memory_id", id).build());
  }

  private Reply emotions(Call call) {
    Session session = session(call);
    Mind mind = memories.mind(session);
    JsonObject.Builder all = JsonObject.builder();
    mind.feeling().stream()
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .forEach(
            entity -> all.put(entity.value(), MemoryJson.mood(mind.mood(entity, session.turn()))));
    return Reply.ok(JsonObject.of("emotions", all.build()));
  }
}
