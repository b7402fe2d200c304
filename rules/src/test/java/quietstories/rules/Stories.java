package quietstories.rules;

import quietstories.json.JsonObject;
import quietstories.story.ActionId;
import quietstories.story.PlayerInput;
import quietstories.story.ScenarioSpec;
import quietstories.story.SpecReader;
import quietstories.story.SpecReading;

/** Scenarios for tests. */
final class Stories {

  private static final String HARBOUR =
      """
      {'id': 'harbour', 'name': 'The harbour', 'seed': 0,
       'state': {'turn': 0, 'player': {'health': 10, 'gold': 5, 'mood': 'calm'},
                 'door': 'closed', 'bag': [], 'log': []},
       'entities': [{'id': 'mira', 'type': 'player', 'name': 'Mira', 'stats': {'charisma': 14}}],
       'actions': [
         {'id': 'bribe', 'label': 'Bribe the guard', 'params': {'amount': 'integer'},
          'preconditions': {'and': [{'==': [{'var': 'door'}, 'closed']},
                                    {'>=': [{'var': 'player.gold'}, {'var': 'params.amount'}]}]},
          'effects': [{'op': 'dec', 'path': 'player.gold', 'value': {'var': 'params.amount'}}]},
         {'id': 'pick', 'label': 'Pick the lock', 'params': {}, 'preconditions': {'door': 'closed'},
          'effects': [{'op': 'addlog', 'path': 'log', 'value': 'tried'}],
          'roll': {'kind': 'persuasion', 'difficulty': 12},
          'on_success': [{'op': 'set', 'path': 'state.door', 'value': 'open'}],
          'on_failure': [{'op': 'dec', 'path': 'player.health', 'value': 2}]},
         {'id': 'leave', 'label': 'Leave', 'params': {}, 'preconditions': {'door': 'open'},
          'effects': [{'op': 'inc', 'path': 'nowhere', 'value': 1}]}],
       'random_events': [
         {'id': 'rain', 'weight': 0.3, 'when': {},
          'effects': [{'op': 'addlog', 'path': 'log', 'value': 'rain'}]},
         {'id': 'never', 'weight': 0.3, 'when': {'door': 'gone'},
          'effects': [{'op': 'set', 'path': 'door', 'value': 'closed'}]}],
       'loss_conditions': [
         {'id': 'dead', 'condition': {'<=': [{'var': 'player.health'}, 0]}, 'message': 'Dead.'},
         {'id': 'broke', 'condition': {'<': [{'var': 'player.gold'}, 0]}, 'message': 'Broke.'}],
       'win_conditions': [{'id': 'in', 'condition': {'door': 'open'}, 'message': 'In.'}],
       'negativity_budget': {'min_fail_rate': 0.25, 'decay_per_turn': {'player.health': -0.5}}}
      """;

  private Stories() {}

  static JsonObject harbour() {
    return Parsed.object(HARBOUR);
  }

  static ScenarioSpec spec(JsonObject json) {
    if (SpecReader.read(json) instanceof SpecReading.Valid(ScenarioSpec spec)) {
      return spec;
    }
    throw new AssertionError(SpecReader.read(json));
  }

  static Rulebook rules() {
    return Rulebook.compile(spec(harbour()));
  }

  static Situation start(Rulebook rules) {
    return new Situation(rules.spec().state(), rules.spec().entities());
  }

  static Intent attempt(Rulebook rules, String action, String arguments) {
    IntentReading reading =
        Intent.read(
            rules.spec(), PlayerInput.choice(new ActionId(action), Parsed.object(arguments)));
    if (reading instanceof IntentReading.Understood(Intent intent)) {
      return intent;
    }
    throw new AssertionError(reading);
  }
}
