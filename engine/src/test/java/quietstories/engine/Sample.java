package quietstories.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quietstories.json.Json;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.story.ActionId;
import quietstories.story.Dialogue;
import quietstories.story.EmotionUpdate;
import quietstories.story.Ending;
import quietstories.story.EndingId;
import quietstories.story.EndingKind;
import quietstories.story.EntityId;
import quietstories.story.EventId;
import quietstories.story.HiddenMemory;
import quietstories.story.Moment;
import quietstories.story.NarratorIdentity;
import quietstories.story.Operation;
import quietstories.story.Outcome;
import quietstories.story.PlayerInput;
import quietstories.story.PlayerSettings;
import quietstories.story.Premise;
import quietstories.story.RefusedChange;
import quietstories.story.Roll;
import quietstories.story.RollRequest;
import quietstories.story.Ruling;
import quietstories.story.Scenario;
import quietstories.story.ScenarioId;
import quietstories.story.ScenarioSpec;
import quietstories.story.ScenarioStatus;
import quietstories.story.Session;
import quietstories.story.SessionId;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;
import quietstories.story.StateChange;
import quietstories.story.Turn;
import quietstories.story.Verdict;

/**
 * Things to test with: a small scenario about a lighthouse, its sessions, and turns in which every
 * part is filled. Two calls with equal arguments return equal things.
 */
public final class Sample {

  /** When everything here begins. */
  public static final Instant BEGINNING = Instant.parse("2026-03-01T18:00:00.000001Z");

  private static final String SPEC =
      """
      {"spec_version": "1.0", "id": "lighthouse", "name": "The Lighthouse", "seed": 7,
       "state": {"oil": 10, "storm": 1, "lamp": {"lit": true}, "log": []},
       "entities": [
         {"id": "keeper", "type": "player", "name": "Ada", "stats": {"nerve": 3}},
         {"id": "gull", "type": "creature", "name": "The Gull"}],
       "actions": [
         {"id": "fill_lamp", "label": "Fill the lamp", "description": "Costs oil.",
          "params": {"amount": {"type": "integer", "minimum": 1, "maximum": 3}},
          "preconditions": {">": [{"var": "oil"}, 0]},
          "effects": [{"op": "dec", "path": "state.oil", "value": 1}],
          "roll": {"kind": "nerve", "target": "keeper", "difficulty": 8},
          "on_success": [{"op": "set", "path": "state.lamp.lit", "value": true}],
          "on_failure": [{"op": "set", "path": "state.lamp.lit", "value": false}]},
         {"id": "wait", "label": "Wait", "params": {}, "preconditions": {},
          "effects": [{"op": "inc", "path": "state.storm", "value": 1}]}],
       "random_events": [
         {"id": "gust", "description": "A gust of wind.", "weight": 0.25, "when": {},
          "effects": [{"op": "inc", "path": "storm", "value": 1}], "duration": "one turn"}],
       "loss_conditions": [
         {"id": "dark", "condition": {"<=": [{"var": "oil"}, 0]}, "message": "The lamp is dry."},
         {"id": "wreck", "condition": {">=": [{"var": "storm"}, 9]}, "message": "A ship breaks."}],
       "win_conditions": [
         {"id": "calm", "condition": {"<=": [{"var": "storm"}, 0]}, "message": "The sea lies still."}],
       "negativity_budget": {"min_fail_rate": 0.3, "decay_per_turn": {"oil": -0.5}},
       "opening": "Wind leans on the tower.", "point_of_view": "keeper",
       "narrator_rules": {"protected": ["lamp"], "bounds": {"storm": [0, 10]},
                          "max_step": {"storm": 2}}}
      """;

  private Sample() {}

  /** Returns the scenario's rules under that id and name. */
  public static ScenarioSpec spec(String id, String name) {
    JsonObject json = (JsonObject) JsonReader.read(SPEC);
    return switch (SpecReader.read(json.with("id", Json.of(id)).with("name", Json.of(name)))) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  /** Returns the scenario's rules. */
  public static ScenarioSpec spec() {
    return spec("lighthouse", "The Lighthouse");
  }

  /** Returns the compiled scenario under that id, made that many seconds after the beginning. */
  public static Scenario scenario(String id, int second) {
    Instant made = BEGINNING.plusSeconds(second);
    return new Scenario(
        new ScenarioId(id),
        spec(),
        ScenarioStatus.COMPILED,
        "builtin",
        Optional.of(JsonObject.of("loss_rate", Json.of(0.4))),
        made,
        made.plusNanos(1));
  }

  /** Returns a session at its beginning. */
  public static Session session(String id) {
    return session(id, BEGINNING);
  }

  /** Returns a session that began then. */
  public static Session session(String id, Instant began) {
    ScenarioSpec spec = spec();
    return Session.begun(
        new SessionId(id),
        Premise.of(new ScenarioId("lighthouse"), spec, Long.MAX_VALUE, began),
        Moment.beginning(
            spec.state(),
            spec.entities(),
            new EntityId("keeper"),
            Optional.of("A rock in the North Sea.\nOne lamp."),
            List.of("the gull has no background"),
            List.of("look at the sea")));
  }

  /** Returns the next turn of that session: free words, with every part of a turn filled. */
  public static Turn turn(Session before, String words) {
    return turn(before, PlayerInput.words(words), Optional.empty());
  }

  /** Returns the next turn of that session, played for that input. */
  public static Turn turn(Session before, PlayerInput input) {
    return turn(before, input, Optional.empty());
  }

  /** Returns the next turn of that session, with which its story is lost. */
  public static Turn lastTurn(Session before) {
    return turn(
        before,
        PlayerInput.choice(new ActionId("wait"), JsonObject.EMPTY),
        Optional.of(new Ending(new EndingId("wreck"), EndingKind.LOSS, "A ship breaks.")));
  }

  private static Turn turn(Session before, PlayerInput input, Optional<Ending> ending) {
    int number = before.turn() + 1;
    StateChange inc = new StateChange(Operation.INC, "state.storm", Json.of(1));
    return new Turn(
        number,
        before.createdAt().plus(Duration.ofSeconds(number)),
        input,
        verdict(input, inc),
        outcome(number, inc),
        List.of(new Roll(new RollRequest("athletics", Optional.empty(), 12), 20, 20, -1)),
        List.of(inc),
        List.of(new RefusedChange(new StateChange(Operation.SET, "turn", Json.of(9)), "kept")),
        List.of("the emotion of 'x' has no name"),
        new NarratorIdentity("ollama", Optional.of("small:7b"), Optional.of("marker")),
        ending);
  }

  private static Verdict verdict(PlayerInput input, StateChange change) {
    Ruling ruling =
        input.action().<Ruling>map(Ruling.Permitted::new).orElseGet(Ruling.Freeform::new);
    return new Verdict(
        ruling,
        List.of(new Roll(new RollRequest("nerve", Optional.of("keeper"), 8), 20, 11, 3)),
        List.of(new EventId("gust")),
        List.of(change),
        List.of(new RefusedChange(new StateChange(Operation.POP, "oil", Json.of(0)), "no list")));
  }

  private static Outcome outcome(int number, StateChange change) {
    return new Outcome(
        "Night " + number + ". The lamp turns; somewhere below, the sea says “no”. 🌊",
        List.of(new Dialogue("gull", "Kra!")),
        List.of(change),
        List.of(new RollRequest("athletics", Optional.empty(), 12)),
        List.of(new HiddenMemory("general", "keeper", "The oil is thin.", "private")),
        List.of(
            new EmotionUpdate("keeper", "dread", 0.5, Optional.of("the storm"), Optional.empty())),
        List.of("trim the wick", "wait"));
  }

  /** Returns the session after that turn; its state holds the storm of one more. */
  public static Session after(Session before, Turn turn) {
    long storm = before.state().integer("storm").orElse(0) + 1;
    return before.after(turn, before.state().with("storm", Json.of(storm)), before.entities());
  }

  /** Returns settings of a player of that name, saved that many seconds after the beginning. */
  public static PlayerSettings settings(String playerName, int second) {
    return new PlayerSettings(
        "the-player",
        playerName,
        JsonObject.of("theme", Json.of("dark")),
        BEGINNING,
        BEGINNING.plusSeconds(second));
  }
}
