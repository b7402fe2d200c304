package quietstories.story;

import java.util.List;
import java.util.function.Function;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonNull;
import quietstories.json.JsonObject;

/** Writes sessions with all that came before, as documents that can be carried elsewhere. */
public final class ChronicleWriter {

  /** The version of the documents; one that is read must have the same. */
  public static final int FORMAT = 1;

  private ChronicleWriter() {}

  /** Returns the document, from which {@link ChronicleReader} makes an equal chronicle. */
  public static JsonObject write(Chronicle chronicle) {
    return JsonObject.builder()
        .put("format_version", FORMAT)
        .put("session", session(chronicle.session()))
        .put("scenario_spec", SpecWriter.write(chronicle.session().spec()))
        .put("moments", list(chronicle.moments(), Moment::toJson))
        .put("turns", list(chronicle.turns(), ChronicleWriter::turn))
        .put("memories", list(chronicle.memories(), held -> held(held, ChronicleWriter::memory)))
        .put("relationships", list(chronicle.relationships(), h -> held(h, Relationship::toJson)))
        .put("feelings", list(chronicle.feelings(), held -> held(held, Feeling::toJson)))
        .put("tasks", list(chronicle.tasks(), held -> held(held, EnrichmentTask::toJson)))
        .build();
  }

  private static JsonObject session(Session session) {
    return JsonObject.builder()
        .put("id", session.id().value())
        .put("scenario_id", session.scenarioId().value())
        .put("seed", session.seed())
        .put("turn", session.turn())
        .put("status", session.status().wireName())
        .put("revision", session.revision())
        .put("created_at", session.createdAt().toString())
        .put("updated_at", session.updatedAt().toString())
        .putOrNull("branch", session.premise().branch().map(ChronicleWriter::branch))
        .build();
  }

  private static JsonObject branch(Branch branch) {
    return JsonObject.builder()
        .put("parent_session_id", branch.parent().value())
        .put("from_turn", branch.fromTurn())
        .putText("name", branch.name())
        .build();
  }

  private static JsonObject turn(Turn turn) {
    return turn.toJson()
        .with(
            "idempotency_key",
            turn.input().key().<Json>map(key -> Json.of(key.value())).orElse(JsonNull.NULL));
  }

  private static JsonObject memory(KnownMemory known) {
    return known
        .memory()
        .toJson()
        .with("vector", known.vector().<Json>map(Vector::toJson).orElse(JsonNull.NULL));
  }

  private static <T> JsonObject held(Held<T> held, Function<T, JsonObject> write) {
    Json gone = held.gone().isPresent() ? Json.of(held.gone().getAsInt()) : JsonNull.NULL;
    return write
        .apply(held.thing())
        .with("made_turn", Json.of(held.made()))
        .with("gone_turn", gone);
  }

  private static <T> JsonArray list(List<T> things, Function<T, JsonObject> write) {
    return new JsonArray(things.stream().<Json>map(write).toList());
  }
}
