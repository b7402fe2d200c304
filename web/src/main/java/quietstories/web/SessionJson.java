package quietstories.web;

import java.util.List;
import quietstories.engine.SessionSummary;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.Branch;
import quietstories.story.Ending;
import quietstories.story.Entity;
import quietstories.story.NarratorIdentity;
import quietstories.story.Session;
import quietstories.story.SpecWriter;
import quietstories.story.Turn;

/** Sessions as the interface shows them. */
final class SessionJson {

  private SessionJson() {}

  /** Returns the session whole, except what its cast remembers. */
  static JsonObject whole(
      Session session, List<Turn> turns, List<Action> available, NarratorIdentity narrator) {
    return JsonObject.builder()
        .put("id", session.id().value())
        .put("scenario_id", session.scenarioId().value())
        .put("seed", session.seed())
        .put("state", session.state())
        .put("turn", session.turn())
        .put(
            "turn_history",
            new JsonArray(
                turns.stream().<Json>map(turn -> TurnJson.record(turn, session.spec())).toList()))
        .putText("world_background", session.worldBackground())
        .put(
            "entities",
            new JsonArray(session.entities().stream().<Json>map(Entity::toJson).toList()))
        .put("status", session.status().wireName())
        .put("scenario_spec", SpecWriter.write(session.spec()))
        .put("created_at", session.createdAt().toString())
        .put("updated_at", session.updatedAt().toString())
        .put("available_actions", TurnJson.offers(available))
        .put("suggested_actions", JsonArray.ofTexts(session.suggestedActions()))
        .putOrNull("ending", session.ending().map(Ending::toJson))
        .put("point_of_view", session.pointOfView().value())
        .put("revision", session.revision())
        .put("narrator", narrator.toJson())
        .put("notes", JsonArray.ofTexts(session.notes()))
        .build();
  }

  /** Returns the session as it stands in a list. */
  static JsonObject summary(SessionSummary session) {
    return JsonObject.builder()
        .put("id", session.id().value())
        .put("scenario_id", session.scenarioId().value())
        .put("turn", session.turn())
        .put("status", session.status().wireName())
        .put("created_at", session.createdAt().toString())
        .put("updated_at", session.updatedAt().toString())
        .build();
  }

  /** Returns a branch as it stands in the list of its parent's. */
  static JsonObject branch(SessionSummary session) {
    Branch branch = session.branch().orElseThrow();
    return summary(session)
        .merge(
            JsonObject.builder()
                .put("parent_session_id", branch.parent().value())
                .put("from_turn", branch.fromTurn())
                .putText("name", branch.name())
                .build());
  }
}
