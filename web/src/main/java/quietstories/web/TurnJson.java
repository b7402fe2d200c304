package quietstories.web;

import java.util.List;
import java.util.Optional;
import quietstories.engine.PlayedTurn;
import quietstories.engine.TurnTiming;
import quietstories.json.Json;
import quietstories.json.JsonArray;
import quietstories.json.JsonObject;
import quietstories.story.Action;
import quietstories.story.ActionId;
import quietstories.story.Dialogue;
import quietstories.story.Ending;
import quietstories.story.Outcome;
import quietstories.story.RollRequest;
import quietstories.story.ScenarioSpec;
import quietstories.story.StateChange;
import quietstories.story.Turn;

/** Turns as the interface shows them. */
final class TurnJson {

  private TurnJson() {}

  /** Returns the answer to a plain turn. */
  static JsonObject played(PlayedTurn played) {
    return JsonObject.builder()
        .put("session_id", played.session().id().value())
        .put("turn", played.turn().number())
        .put("outcome", played.turn().outcome().toJson())
        .put("status", played.session().status().wireName())
        .put("revision", played.session().revision())
        .put("verdict", played.turn().verdict().toJson())
        .putOrNull("timing", played.timing().map(TurnTiming::toJson))
        .put("narrator", played.turn().narrator().toJson())
        .putOrNull("ending", played.session().ending().map(Ending::toJson))
        .put("available_actions", offers(played.available()))
        .put("suggested_actions", suggestions(played))
        .build();
  }

  /** Returns the members of the {@code complete} event. */
  static JsonObject complete(PlayedTurn played) {
    return played(played).without("verdict");
  }

  private static JsonArray suggestions(PlayedTurn played) {
    return JsonArray.ofTexts(played.turn().outcome().suggestedActions());
  }

  /** Returns the actions that a player may choose now. */
  static JsonArray offers(List<Action> actions) {
    return new JsonArray(actions.stream().<Json>map(TurnJson::offer).toList());
  }

  private static JsonObject offer(Action action) {
    return JsonObject.builder()
        .put("id", action.id().value())
        .put("label", action.label())
        .putText("description", action.description())
        .put("params", action.params())
        .put("preconditions_met", true)
        .build();
  }

  /** Returns an element of a session's {@code turn_history}. */
  static JsonObject record(Turn turn, ScenarioSpec spec) {
    Outcome outcome = turn.outcome();
    return JsonObject.builder()
        .put("turn", turn.number())
        .put("timestamp", turn.timestamp().toString())
        .putText("user_action", userAction(turn, spec))
        .put("narrative", outcome.narrative())
        .put(
            "state_changes",
            list(outcome.stateChanges().stream().map(StateChange::toJson).toList()))
        .put(
            "visible_dialogue",
            list(outcome.visibleDialogue().stream().map(Dialogue::toJson).toList()))
        .put(
            "roll_requests",
            list(outcome.rollRequests().stream().map(RollRequest::toJson).toList()))
        .build();
  }

  /** What the player did, in words: their own, or the label of the action that they chose. */
  static Optional<String> userAction(Turn turn, ScenarioSpec spec) {
    Optional<ActionId> chosen = turn.input().action();
    return turn.input()
        .text()
        .or(() -> chosen.flatMap(spec::action).map(Action::label))
        .or(() -> chosen.map(ActionId::value));
  }

  /** Returns a stored turn whole, as it stands in a list of turns. */
  static JsonObject stored(Turn turn) {
    return turn.toJson().with("narrative", Json.of(turn.outcome().narrative()));
  }

  private static JsonArray list(List<JsonObject> objects) {
    return new JsonArray(List.<Json>copyOf(objects));
  }
}
