package quietstories.authoring;

import quietstories.json.Json;
import quietstories.json.JsonEdit;
import quietstories.json.JsonObject;
import quietstories.json.JsonPath;
import quietstories.json.JsonReader;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/** Small scenarios for tests. */
public final class Specs {

  /** A flooding cellar: the water rises, five coins buy the key. */
  static final String CELLAR =
      """
      {
        "spec_version": "1.0",
        "id": "cellar",
        "name": "The Flooded Cellar",
        "seed": 7,
        "state": {
          "player": {"health": 10, "coins": 0},
          "water": 0,
          "door_open": false,
          "log": []
        },
        "entities": [
          {"id": "mira", "type": "player", "name": "Mira", "stats": {"strength": 12}},
          {"id": "otto", "type": "npc", "name": "Otto"}
        ],
        "actions": [
          {
            "id": "bail",
            "label": "Bail out water",
            "params": {},
            "preconditions": {">": [{"var": "water"}, 1]},
            "effects": [{"op": "dec", "path": "water", "value": 2}]
          },
          {
            "id": "search",
            "label": "Search the shelves",
            "params": {},
            "preconditions": {"door_open": false},
            "effects": [],
            "roll": {"kind": "d20", "target": null, "difficulty": 8},
            "on_success": [{"op": "inc", "path": "player.coins", "value": 1}],
            "on_failure": [{"op": "dec", "path": "player.health", "value": 1}]
          },
          {
            "id": "rest",
            "label": "Rest on the stairs",
            "params": {},
            "preconditions": {"<": [{"var": "player.health"}, 10]},
            "effects": [{"op": "inc", "path": "player.health", "value": 1}]
          },
          {
            "id": "open",
            "label": "Buy the key and open the door",
            "params": {},
            "preconditions": {">=": [{"var": "player.coins"}, 5]},
            "effects": [
              {"op": "set", "path": "door_open", "value": true},
              {"op": "addlog", "path": "log", "value": "The door stands open."}
            ]
          }
        ],
        "random_events": [
          {
            "id": "leak",
            "weight": 0.2,
            "when": {},
            "effects": [{"op": "inc", "path": "water", "value": 2}]
          },
          {
            "id": "rat",
            "weight": 0.1,
            "when": {"<": [{"var": "water"}, 12]},
            "effects": [{"op": "dec", "path": "player.health", "value": 2}]
          }
        ],
        "loss_conditions": [
          {
            "id": "dead",
            "condition": {"<=": [{"var": "player.health"}, 0]},
            "message": "Mira dies."
          },
          {
            "id": "drowned",
            "condition": {">=": [{"var": "water"}, 16]},
            "message": "Mira drowns."
          }
        ],
        "win_conditions": [
          {"id": "out", "condition": {"==": [{"var": "door_open"}, true]}, "message": "Free."}
        ],
        "negativity_budget": {"min_fail_rate": 0.1, "decay_per_turn": {"water": 1}}
      }
      """;

  private Specs() {}

  /** Returns a scenario that can be played, lost and won. */
  public static ScenarioSpec playable() {
    return spec(json());
  }

  /** Returns the JSON of that scenario. */
  public static JsonObject json() {
    return object(CELLAR);
  }

  /** Returns {@code json} as a scenario, which it must be. */
  static ScenarioSpec spec(JsonObject json) {
    return switch (SpecReader.read(json)) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }

  /** Returns the scenario's JSON with {@code value}, JSON text, at {@code path}. */
  static JsonObject with(String path, String value) {
    return with(json(), path, value);
  }

  /** Returns {@code json} with {@code value}, JSON text, at {@code path}. */
  static JsonObject with(JsonObject json, String path, String value) {
    JsonEdit edit = JsonEdit.set(json, JsonPath.parse(path), JsonReader.read(value));
    if (edit instanceof JsonEdit.Done(JsonObject root)) {
      return root;
    }
    throw new AssertionError(edit.toString());
  }

  /** Returns the scenario's JSON without what stands at {@code path}. */
  static JsonObject without(String path) {
    JsonPath place = JsonPath.parse(path);
    JsonPath parent = place.parent().orElseThrow();
    JsonObject holder = (JsonObject) json().at(parent).orElseThrow();
    JsonObject smaller = holder.without(place.segments().getLast());
    return parent.isRoot() ? smaller : with(parent.toString(), smaller.write());
  }

  static JsonObject object(String text) {
    Json json = JsonReader.read(text);
    return (JsonObject) json;
  }
}
