package quietstories.tools;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import quietstories.json.JsonObject;
import quietstories.json.JsonReader;
import quietstories.model.ToolCall;
import quietstories.rules.Dice;
import quietstories.rules.Intent;
import quietstories.rules.Judgement;
import quietstories.rules.NarratorGate;
import quietstories.rules.Referee;
import quietstories.rules.Rulebook;
import quietstories.rules.Situation;
import quietstories.story.Entity;
import quietstories.story.EntityId;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/** A small story in whose turns tests call tools. */
final class Mill {

  private static final String SPEC =
      """
      {"id": "mill", "name": "The mill", "seed": 3,
       "state": {"player": {"gold": 5, "mood": "calm"}, "wheel": {"turns": false},
                 "world": {"weather": "fair"}, "log": []},
       "entities": [{"id": "ada", "type": "player", "name": "Ada", "stats": {"strength": 14}}],
       "actions": [
         {"id": "push", "label": "Push the wheel", "params": {},
          "preconditions": {">=": [{"var": "player.gold"}, 1]},
          "effects": [{"op": "dec", "path": "player.gold", "value": 1}],
          "roll": {"kind": "athletics", "difficulty": 1},
          "on_success": [{"op": "set", "path": "wheel.turns", "value": true}]},
         {"id": "leave", "label": "Leave", "params": {}, "preconditions": {"wheel.turns": true},
          "effects": []}],
       "random_events": [],
       "loss_conditions": [
         {"id": "poor", "condition": {"<": [{"var": "player.gold"}, 0]}, "message": "Poor."},
         {"id": "mad", "condition": {"player.mood": "mad"}, "message": "Mad."}],
       "negativity_budget": {"min_fail_rate": 0.25, "decay_per_turn": {}}}
      """;

  static final Rulebook RULES = Rulebook.compile(spec());

  private Mill() {}

  private static ScenarioSpec spec() {
    return switch (SpecReader.read((JsonObject) JsonReader.read(SPEC))) {
      case SpecReading.Valid(ScenarioSpec spec) -> spec;
      case SpecReading.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  /** Returns the workbench of a turn in which the player's words are free. */
  static Workbench bench(Toolbox toolbox, ToolLimits limits, ToolListener listener) {
    Minds minds = Minds.empty(new EntityId("ada"));
    return bench(toolbox, limits, listener, minds, RULES.spec().entities());
  }

  /** Returns the workbench of a turn in which that cast remembers and feels that. */
  static Workbench bench(Minds minds, List<Entity> cast) {
    return bench(Toolbox.standard(List.of()), ToolLimits.USUAL, ToolListener.NONE, minds, cast);
  }

  private static Workbench bench(
      Toolbox toolbox, ToolLimits limits, ToolListener listener, Minds minds, List<Entity> cast) {
    Situation start = new Situation(RULES.spec().state(), cast);
    Judgement judged = Referee.judge(RULES, start, new Intent.Continue(), Dice.of(1, 1, 0));
    NarratorGate gate = Referee.gate(RULES, judged.after(), judged.verdict());
    AtomicLong nanos = new AtomicLong();
    return new Workbench(
        toolbox,
        limits,
        new ToolScene(
            RULES, gate, new EntityId("ada"), minds, Dice.of(1, 1, 0), _ -> Optional.empty()),
        listener,
        nanos::incrementAndGet);
  }

  static Workbench bench() {
    return bench(Toolbox.of(Toolbox.storyTools()), ToolLimits.USUAL, ToolListener.NONE);
  }

  static ToolCall call(String name, String arguments) {
    return new ToolCall("id-" + name, name, arguments);
  }

  /** Calls one tool and returns what came of it. */
  static ToolRun run(Workbench bench, String name, String arguments) {
    bench.call(call(name, arguments));
    return bench.finish(_ -> {}).getFirst();
  }

  static String told(Workbench bench, String name, String arguments) {
    return run(bench, name, arguments).use().result();
  }

  static String path(String path) {
    return JsonObject.builder().put("path", path).build().write();
  }

  static Map<String, Integer> counted(List<ToolRun> runs) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    runs.forEach(run -> counts.merge(run.use().fate().wireName(), 1, Integer::sum));
    return counts;
  }
}
