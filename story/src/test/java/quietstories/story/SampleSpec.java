package quietstories.story;

import quietstories.json.JsonObject;
import quietstories.json.JsonReader;

/** A scenario that uses every part of the format. */
final class SampleSpec {

  private static final String TEXT =
      """
      {"spec_version": "1.0", "id": "harbour", "name": "The harbour", "seed": 0,
       "state": {"player": {"health": 10, "gold": 3}, "log": [], "door": "closed"},
       "entities": [
         {"id": "mira", "type": "player", "name": "Mira", "stats": {"charisma": 14}},
         {"id": "guard", "type": "npc", "name": "Oren", "background": "Old and tired."}],
       "actions": [
         {"id": "bribe", "label": "Bribe the guard", "description": "Costs gold.",
          "params": {"amount": {"type": "integer", "minimum": 1}},
          "preconditions": {">=": [{"var": "player.gold"}, {"var": "params.amount"}]},
          "effects": [{"op": "dec", "path": "player.gold", "value": {"var": "params.amount"}}],
          "roll": {"kind": "persuasion", "difficulty": 12, "target": "guard"},
          "on_success": [{"op": "set", "path": "door", "value": "open"}],
          "on_failure": [{"op": "addlog", "path": "log", "value": "He laughs."}]},
         {"id": "wait", "params": {}, "preconditions": {}, "effects": []}],
       "random_events": [
         {"id": "storm", "weight": 0.1, "when": {"==": [{"var": "door"}, "closed"]},
          "effects": [{"op": "dec", "path": "player.health", "value": 1}], "duration": "short"}],
       "loss_conditions": [
         {"id": "dead", "condition": {"<=": [{"var": "player.health"}, 0]}, "message": "Dead."},
         {"id": "broke", "condition": {"<": [{"var": "player.gold"}, 0]}, "message": "Broke."}],
       "win_conditions": [
         {"id": "in", "condition": {"==": [{"var": "door"}, "open"]}, "message": "You are in."}],
       "negativity_budget": {"min_fail_rate": 0.25, "decay_per_turn": {"player.health": -0.5}},
       "opening": "Rain.", "point_of_view": "mira",
       "narrator_rules": {"protected": ["player.gold"], "bounds": {"player.health": [0, 10]},
                          "max_step": {"player.health": 3}}}
      """;

  private SampleSpec() {}

  static JsonObject json() {
    return (JsonObject) JsonReader.read(TEXT);
  }
}
